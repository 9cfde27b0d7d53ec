"use client";

import { useTranslations } from "next-intl";
import { CommandName } from "@/components/commands/command-name";
import { OutcomeBadge } from "@/components/commands/outcome-badge";
import { ChannelName } from "@/components/discord/channel-name";
import { MemberLink } from "@/components/discord/member-link";
import { useFormat } from "@/components/layout/format";
import type { Column } from "@/components/layout/table-columns";
import { Time } from "@/components/layout/time";
import type { ExecutionListItem } from "@/lib/commands/schema";

/** The columns of the list of executions, for the table and for its outline. */
export function useExecutionColumns(guildId: string, cdn: string | null): Column<ExecutionListItem>[] {
	const t = useTranslations("commands.columns");
	const format = useFormat();
	return [
		{
			id: "command",
			header: t("command"),
			width: "12rem",
			cell: (row) => <CommandName name={row.command} type={row.commandType} interaction={row.interaction} />,
		},
		{
			id: "user",
			header: t("user"),
			width: "13rem",
			cell: (row) => <MemberLink guildId={guildId} person={row.user} cdn={cdn} />,
		},
		{
			id: "channel",
			header: t("channel"),
			width: "11rem",
			cell: ({ channel }) =>
				channel ? (
					<ChannelName channel={channel} className="max-w-full align-middle" />
				) : (
					<span className="text-muted">–</span>
				),
		},
		{ id: "outcome", header: t("outcome"), cell: (row) => <Outcome execution={row} /> },
		{
			id: "latency",
			header: t("latency"),
			width: "6rem",
			align: "right",
			cell: ({ latency }) => (latency === null ? "–" : format.latency(latency)),
		},
		{
			id: "time",
			header: t("time"),
			width: "8rem",
			align: "right",
			phone: "aside",
			cell: (row) => <Time value={row.executedAt} className="whitespace-nowrap text-muted" />,
		},
	];
}

/** How it ended; after an error, why. */
function Outcome({ execution: { outcome, error } }: { execution: ExecutionListItem }) {
	return (
		<span className="inline-flex min-w-0 max-w-full items-center gap-2 align-middle">
			<OutcomeBadge outcome={outcome} />
			{error === null ? null : (
				<span title={error} className="truncate text-muted">
					{error}
				</span>
			)}
		</span>
	);
}
