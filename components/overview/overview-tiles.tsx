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

type TilesProps = {
	figures: Overview;
	period: OverviewQuery;
	/** How many days a step of the small lines covers. */
	size: number;
	/** The address of a page of the server; undefined where the level may not open it. */
	link: (permission: Permission, path: string) => string | undefined;
};

/** The figures of the period, each leading to the page that explains it, where the level may open it. */
export function OverviewTiles({ guildId, level, period, figures }: OverviewTilesProps) {
	const t = useTranslations("overview.tiles");
	const tiles: TilesProps = {
		figures,
		period,
		size: daysPerSparkPoint(figures.members.series.length),
		link: (permission, path) => (may(level, permission) ? `/guilds/${guildId}${path}` : undefined),
	};
	return (
		<section aria-label={t("title")} className="grid grid-cols-2 gap-2 sm:gap-3 lg:grid-cols-4">
			<PeopleTiles {...tiles} />
			<CommandTiles {...tiles} />
			<OpenTiles {...tiles} />
		</section>
	);
}

/** Who is there, who came and went, and who wrote. */
function PeopleTiles({ figures, size, link }: TilesProps) {
	const t = useTranslations("overview.tiles");
	const locale = useLocale();
	const { members, joins, leaves, messages, activeMembers, endsToday } = figures;
	const net = (value: number) => new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(value);
	const exact = (value: number) => formatNumber(value, locale);
	return (
		<>
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
				unfinished={endsToday}
				format={net}
				detail={t("joinedAndLeft", { joined: exact(joins.value), left: exact(leaves.value) })}
				href={link("members.read", "/members?sort=-joined")}
			/>
			<TrendTile
				label={t("messages")}
				{...counted(figures, messages, size)}
				href={link("messages.read", "/messages")}
			/>
			<TrendTile
				label={t("active")}
				{...recorded(figures, activeMembers)}
				series={activeMembers.series}
				unfinished={endsToday}
				href={link("members.read", "/members")}
			/>
		</>
	);
}

/** How the bot was used, and how often it failed. */
function CommandTiles({ figures, period, size, link }: TilesProps) {
	const t = useTranslations("overview.tiles");
	const locale = useLocale();
	const { commands, errors } = figures;
	const rate = commands.value === 0 ? 0 : errors.value / commands.value;
	return (
		<>
			<TrendTile
				label={t("commands")}
				{...counted(figures, commands, size)}
				href={link("commands.read", `/commands${searchString(period)}`)}
			/>
			<TrendTile
				label={t("errors")}
				{...counted(figures, errors, size)}
				good="down"
				detail={t("rate", { percent: formatPercent(rate, locale) })}
				href={link("commands.read", `/commands/executions${searchString({ outcome: "error", ...period })}`)}
			/>
		</>
	);
}

/** What waits for somebody. */
function OpenTiles({ figures, period, size, link }: TilesProps) {
	const t = useTranslations("overview.tiles");
	const { openCases, openTickets } = figures;
	const stands = (course: Course) => ({
		...recorded(figures, course),
		series: standingPerPoint(course.series, size),
	});
	return (
		<>
			{openCases ? (
				<TrendTile
					label={t("openCases")}
					{...stands(openCases)}
					good="down"
					href={link("cases.read", "/cases?status=open")}
				/>
			) : null}
			{openTickets ? (
				<TrendTile
					label={t("openTickets")}
					{...stands(openTickets)}
					good="down"
					href={link("support.read", `/analytics/support${searchString(period)}`)}
				/>
			) : null}
		</>
	);
}

/** A figure, with the one before it where there was a record then. */
function recorded({ comparable }: Overview, { value, previous }: Figure) {
	return { value, previous: comparable ? previous : null };
}

function counted(figures: Overview, course: Course, size: number) {
	return {
		...recorded(figures, course),
		series: countedPerPoint(course.series, size),
		unfinished: figures.endsToday,
	};
}
