"use client";

import { useTranslations } from "next-intl";
import { CommandName } from "@/components/commands/command-name";
import { CommandPermissions } from "@/components/commands/command-permissions";
import { useFormat } from "@/components/layout/format";
import type { Column } from "@/components/layout/table-columns";
import { Badge } from "@/components/ui/badge";
import type { CommandListItem } from "@/lib/commands/schema";

/** The columns of the list of commands, for the table and for its outline. */
export function useCommandColumns(): Column<CommandListItem>[] {
	const t = useTranslations("commands.columns");
	const format = useFormat();
	const time = (ms: number | null) => (ms === null ? "–" : format.latency(Math.round(ms)));
	return [
		{
			id: "command",
			header: t("command"),
			width: "14rem",
			sort: "name",
			cell: (row) => (
				<span className="flex min-w-0 items-center gap-2">
					<CommandName name={row.name} type={row.type} className="max-md:shrink-0" />
					<span className="flex min-w-0 text-xs md:hidden">
						<Description command={row} />
					</span>
				</span>
			),
		},
		{
			id: "description",
			header: t("description"),
			phone: "none",
			cell: (row) => <Description command={row} />,
		},
		{
			id: "options",
			header: t("options"),
			width: "5rem",
			align: "right",
			phone: "none",
			cell: ({ optionNames }) => (
				<span title={optionNames.join(", ")}>{format.number(optionNames.length)}</span>
			),
		},
		{
			id: "permissions",
			header: t("permissions"),
			width: "12rem",
			phone: "line",
			cell: (row) => <CommandPermissions bits={row.permissions} isRegistered={row.id !== null} />,
		},
		{
			id: "uses",
			header: t("uses"),
			width: "7rem",
			align: "right",
			sort: "uses",
			phone: "aside",
			cell: ({ executions }) => format.number(executions),
		},
		{
			id: "errors",
			header: t("errors"),
			width: "7.5rem",
			align: "right",
			sort: "errors",
			phoneLabel: true,
			cell: (row) => <Errors command={row} />,
		},
		{
			id: "median",
			header: t("median"),
			width: "6rem",
			align: "right",
			sort: "median",
			phoneLabel: true,
			cell: ({ median }) => time(median),
		},
		{
			id: "slowest",
			header: t("slowest"),
			width: "6rem",
			align: "right",
			sort: "slowest",
			phoneLabel: true,
			cell: ({ slowest }) => time(slowest),
		},
	];
}

function Description({ command }: { command: CommandListItem }) {
	const t = useTranslations("commands");
	if (command.id === null) return <Badge tone="outline">{t("unregistered")}</Badge>;
	return (
		<span className="inline-flex min-w-0 max-w-full items-center gap-2">
			{command.enabled ? null : <Badge tone="warning">{t("disabled")}</Badge>}
			<span title={command.description ?? undefined} className="truncate text-muted">
				{command.description ?? "–"}
			</span>
		</span>
	);
}

/** How many, and which share of the uses. */
function Errors({ command: { errors, executions } }: { command: CommandListItem }) {
	const format = useFormat();
	if (errors === 0) return <span className="text-muted">0</span>;
	return (
		<>
			{format.number(errors)} <span className="text-muted">({format.percent(errors / executions)})</span>
		</>
	);
}
