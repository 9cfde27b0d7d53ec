import type { ReactNode } from "react";
import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import type { AnalyticsTab } from "@/components/layout/analytics-tabs";
import { type Period, type PeriodQuery, periodQuery } from "@/lib/analytics/schema";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import type { Permission } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { env } from "@/lib/env";

type Tab<F> = {
	tab: AnalyticsTab;
	read: (guild: GuildScope, asked: PeriodQuery) => Promise<F>;
	view: (shown: { guildId: string; cdn: string; figures: F }) => ReactNode;
};

/** Declares a tab of analytics that is narrowed by nothing but its period: who may see it, its figures and their view. */
export function analyticsPage<F extends { period: Period }>(
	permission: Permission,
	{ tab, read, view }: Tab<F>,
) {
	return guildPage(permission, async ({ guild, search }) => {
		const asked = pageSearch(periodQuery, search);
		const figures = await read(guild, asked);
		const { guildId, actor } = guild;
		return (
			<AnalyticsFrame guildId={guildId} level={actor.level} tab={tab} asked={asked} period={figures.period}>
				{view({ guildId, cdn: env().DISCORD_CDN_URL, figures })}
			</AnalyticsFrame>
		);
	});
}
