import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { HealthView } from "@/components/analytics/health/health-view";
import { readHealth } from "@/lib/analytics/health";
import { periodQuery } from "@/lib/analytics/schema";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("analytics.tabs.health", "analytics.title");

export default guildPage("overview.read", async ({ guild, search }) => {
	const asked = pageSearch(periodQuery, search);
	const health = await readHealth(guild, asked);
	return (
		<AnalyticsFrame
			guildId={guild.guildId}
			level={guild.actor.level}
			tab="health"
			asked={asked}
			period={health.period}
		>
			<HealthView health={health} />
		</AnalyticsFrame>
	);
});
