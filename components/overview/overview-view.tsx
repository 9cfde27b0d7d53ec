import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LateDays } from "@/components/layout/late-days";
import { LiveRefresh } from "@/components/layout/live/live-refresh";
import { type Level, may } from "@/lib/auth/permissions";
import type { Overview, OverviewQuery } from "@/lib/overview/schema";
import { Attention } from "./attention";
import { ActivityHeatmap, MembersChart, MessagesChart } from "./overview-charts";
import { OverviewTiles } from "./overview-tiles";
import { TopChannels, TopCommands, TopMembers } from "./rankings";

type OverviewViewProps = {
	guildId: string;
	level: Level;
	cdn: string | null;
	period: OverviewQuery;
	figures: Overview;
	/** The charts that are pinned to it. */
	pinned?: ReactNode;
};

/**
 * The overview of a server that has figures: tiles and what needs attention, then charts, then rankings. Its page has no
 * loading state: decision 010.
 */
export function OverviewView({ guildId, level, cdn, period, figures, pinned }: OverviewViewProps) {
	const t = useTranslations("overview");
	return (
		<div className="flex flex-col gap-3">
			{may(level, "cases.read") ? <LiveRefresh guildId={guildId} topics={["cases"]} /> : null}
			<div className="grid gap-3 xl:grid-cols-[minmax(0,1fr)_20rem]">
				<OverviewTiles guildId={guildId} level={level} period={period} figures={figures} />
				<Attention guildId={guildId} items={figures.attention} />
			</div>
			<div className="grid gap-3 lg:grid-cols-2 xl:grid-cols-[4fr_3fr_3fr]">
				<MessagesChart figures={figures} />
				<MembersChart figures={figures} />
				<ActivityHeatmap figures={figures} />
			</div>
			{pinned}
			<div className="grid gap-3 md:grid-cols-2 xl:auto-cols-fr xl:grid-flow-col xl:grid-cols-none">
				<TopChannels guildId={guildId} channels={figures.topChannels} />
				{figures.topMembers ? <TopMembers guildId={guildId} members={figures.topMembers} cdn={cdn} /> : null}
				<TopCommands
					guildId={guildId}
					commands={figures.topCommands}
					period={may(level, "commands.read") ? period : null}
				/>
			</div>
			<p className="text-muted text-xs">{t("zones", { zone: figures.timeZone })}</p>
			<LateDays timeZone={figures.timeZone} days={figures} />
		</div>
	);
}
