import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type FigureColumn, FigureTable } from "@/components/analytics/figure-table";
import { Sparkline } from "@/components/charts/sparkline";
import { Trend } from "@/components/layout/trend-tile";
import type { CommandUse, UsedCommand } from "@/lib/analytics/commands/schema";
import { serverDays } from "@/lib/analytics/period/server-days";
import { searchString } from "@/lib/api/client";
import { spelledCommand } from "@/lib/discord/command-name";
import { formatNumber } from "@/lib/format";
import { placesOf } from "./places";

type UsedCommandsTableProps = { guildId: string; use: CommandUse };

/** The commands one by one, the most used first; each leads to its executions in the period. */
export function UsedCommandsTable({ guildId, use }: UsedCommandsTableProps) {
	const t = useTranslations("analytics-commands.commands");
	const filters = { channel: use.channel ?? undefined, ...serverDays(use.period) };
	return (
		<FigureTable
			title={t("title")}
			summary={t(use.channel === null ? "summary" : "inChannel")}
			nameLabel={t("command")}
			name={({ name }) => name || t("unnamed")}
			label={({ name }) =>
				name ? (
					<Link
						href={`/guilds/${guildId}/commands/executions${searchString({ command: name, ...filters })}`}
						className="font-mono hover:underline"
					>
						{spelledCommand(name)}
					</Link>
				) : (
					t("unnamed")
				)
			}
			columns={useColumns(use)}
			rows={use.commands}
		/>
	);
}

const times = (["p50", "p95", "p99"] as const).map(
	(share): FigureColumn<UsedCommand> => ({
		key: share,
		label: share,
		unit: "milliseconds",
		value: (row) => row[share],
	}),
);

function useColumns(use: CommandUse): FigureColumn<UsedCommand>[] {
	const { channel, executions, period } = use;
	const t = useTranslations("analytics-commands.commands");
	const words = useTranslations("charts");
	const locale = useLocale();
	const figure = (count: number) => formatNumber(count, locale);
	const change: FigureColumn<UsedCommand> = {
		key: "change",
		label: t("change"),
		figures: [{ label: words("previousOf", { label: t("executions") }), value: ({ previous }) => previous }],
		cell: ({ executions: value, previous }) => (
			<Trend value={value} previous={previous} good="neither" format={figure} />
		),
	};
	return [
		{ key: "executions", label: t("executions"), value: (row) => row.executions },
		{ key: "share", label: t("share"), unit: "percent", value: (row) => row.executions / executions.value },
		...(period.comparison ? [change] : []),
		{ key: "errors", label: t("errorRate"), unit: "percent", value: (row) => row.errors / row.executions },
		...(channel === null ? times : []),
		{
			key: "trend",
			label: t("trend"),
			figures: placesOf(use, locale).map(({ key }, point) => ({
				label: key,
				value: ({ trend }) => trend[point] ?? null,
			})),
			cell: ({ trend }) => (
				<span className="inline-block w-24 align-middle">
					<Sparkline
						values={trend}
						label={words("course", {
							first: figure(trend[0] ?? 0),
							last: figure(trend.at(-1) ?? 0),
							peak: figure(Math.max(0, ...trend)),
						})}
						height={20}
						unfinished={period.underWay}
					/>
				</span>
			),
		},
	];
}
