import { useLocale, useTranslations } from "next-intl";
import { TrendTile } from "@/components/layout/trend-tile";
import { searchString } from "@/lib/api/client";
import { type Level, may, type Permission } from "@/lib/auth/permissions";
import { formatNumber, formatPercent } from "@/lib/format";
import type { Course, Figure, Overview, OverviewQuery } from "@/lib/overview/schema";
import { countedPerPoint, daysPerSparkPoint, standingPerPoint } from "./chart-points";

type OverviewTilesProps = {
	guildId: string;
	level: Level;
	/** The period as the address has it, kept by links to pages that know periods. */
	period: OverviewQuery;
	figures: Overview;
};

/** The figures of the period, each leading to the page that explains it, where the level may open it. */
export function OverviewTiles({ guildId, level, period, figures }: OverviewTilesProps) {
	const t = useTranslations("overview.tiles");
	const locale = useLocale();
	const size = daysPerSparkPoint(figures.members.series.length);
	const { members, joins, leaves, messages, activeMembers, commands, errors, openCases, openTickets } =
		figures;
	const link = (permission: Permission, path: string) =>
		may(level, permission) ? `/guilds/${guildId}${path}` : undefined;
	const executions = (search: Record<string, string>) =>
		link("commands.read", `/commands/executions${searchString({ ...search, ...period })}`);
	const net = (value: number) => new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(value);
	const exact = (value: number) => formatNumber(value, locale);
	const recorded = (figure: Figure) => ({
		value: figure.value,
		previous: figures.comparable ? figure.previous : null,
	});
	const counted = (course: Course) => ({ ...recorded(course), series: countedPerPoint(course.series, size) });
	const stands = (course: Course) => ({ ...recorded(course), series: standingPerPoint(course.series, size) });
	const rate = commands.value === 0 ? 0 : errors.value / commands.value;
	return (
		<section aria-label={t("title")} className="grid grid-cols-2 gap-2 sm:gap-3 lg:grid-cols-4">
			<TrendTile
				label={t("members")}
				{...members}
				series={standingPerPoint(members.series, size)}
				href={link("members.read", "/members")}
			/>
			<TrendTile
				label={t("net")}
				value={joins.value - leaves.value}
				previous={joins.previous - leaves.previous}
				series={countedPerPoint(
					joins.series.map((value, day) => value - (leaves.series[day] ?? 0)),
					size,
				)}
				format={net}
				detail={t("joinedAndLeft", { joined: exact(joins.value), left: exact(leaves.value) })}
				href={link("members.read", "/members?sort=-joined")}
			/>
			<TrendTile label={t("messages")} {...counted(messages)} href={link("messages.read", "/messages")} />
			<TrendTile
				label={t("active")}
				{...recorded(activeMembers)}
				series={activeMembers.series}
				href={link("members.read", "/members")}
			/>
			<TrendTile
				label={t("commands")}
				{...counted(commands)}
				href={link("commands.read", `/commands${searchString(period)}`)}
			/>
			<TrendTile
				label={t("errors")}
				{...counted(errors)}
				good="down"
				detail={t("rate", { percent: formatPercent(rate, locale) })}
				href={executions({ outcome: "error" })}
			/>
			{openCases ? (
				<TrendTile
					label={t("openCases")}
					{...stands(openCases)}
					good="down"
					href={link("cases.read", "/cases?status=open")}
				/>
			) : null}
			{openTickets ? <TrendTile label={t("openTickets")} {...stands(openTickets)} good="down" /> : null}
		</section>
	);
}
