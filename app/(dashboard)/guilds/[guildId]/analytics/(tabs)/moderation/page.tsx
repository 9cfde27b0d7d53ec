import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { ModerationView } from "@/components/analytics/moderation/moderation-view";
import { readModeration } from "@/lib/analytics/moderation";
import { periodQuery } from "@/lib/analytics/schema";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("analytics.tabs.moderation", "analytics.title");

export default guildPage("cases.read", async ({ guild, search }) => {
	const asked = pageSearch(periodQuery, search);
	const figures = await readModeration(guild, asked);
	return (
		<AnalyticsFrame
			guildId={guild.guildId}
			level={guild.actor.level}
			tab="moderation"
			asked={asked}
			period={figures.period}
		>
			<ModerationView guildId={guild.guildId} cdn={env().DISCORD_CDN_URL} figures={figures} />
		</AnalyticsFrame>
	);
});
