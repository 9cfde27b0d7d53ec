import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { SupportView } from "@/components/analytics/support/support-view";
import { periodQuery } from "@/lib/analytics/schema";
import { readSupport } from "@/lib/analytics/support";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("analytics.tabs.support", "analytics.title");

export default guildPage("support.read", async ({ guild, search }) => {
	const asked = pageSearch(periodQuery, search);
	const figures = await readSupport(guild, asked);
	return (
		<AnalyticsFrame
			guildId={guild.guildId}
			level={guild.actor.level}
			tab="support"
			asked={asked}
			period={figures.period}
		>
			<SupportView guildId={guild.guildId} cdn={env().DISCORD_CDN_URL} figures={figures} />
		</AnalyticsFrame>
	);
});
