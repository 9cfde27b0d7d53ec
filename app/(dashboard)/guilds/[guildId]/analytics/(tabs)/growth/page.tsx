import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { GrowthView } from "@/components/analytics/growth/growth-view";
import { readGrowth } from "@/lib/analytics/growth";
import { periodQuery } from "@/lib/analytics/schema";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("analytics.tabs.growth", "analytics.title");

export default guildPage("overview.read", async ({ guild, search }) => {
	const asked = pageSearch(periodQuery, search);
	const figures = await readGrowth(guild, asked);
	return (
		<AnalyticsFrame
			guildId={guild.guildId}
			level={guild.actor.level}
			tab="growth"
			asked={asked}
			period={figures.period}
		>
			<GrowthView guildId={guild.guildId} cdn={env().DISCORD_CDN_URL} figures={figures} />
		</AnalyticsFrame>
	);
});
