import { ActivityFilters } from "@/components/analytics/activity/activity-filters";
import { ActivityView } from "@/components/analytics/activity/activity-view";
import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { readActivity } from "@/lib/analytics/activity";
import { activityQuery } from "@/lib/analytics/schema";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { may } from "@/lib/auth/permissions";
import { choosableChannels } from "@/lib/channels/data";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";
import { listRoles } from "@/lib/roles/data";

export const generateMetadata = pageTitle("nav.analytics.activity", "analytics.title");

export default guildPage("overview.read", async ({ guild, search }) => {
	const asked = pageSearch(activityQuery, search);
	const { level } = guild.actor;
	const figures = await readActivity(guild, asked);
	const channels = await choosableChannels(guild);
	const roles = may(level, "members.activity") ? await listRoles(guild) : null;
	return (
		<AnalyticsFrame
			guildId={guild.guildId}
			level={level}
			tab="activity"
			asked={asked}
			period={figures.period}
			namespaces={["analytics-activity", "discord"]}
			filters={
				<ActivityFilters
					channels={channels}
					roles={roles?.filter(({ id }) => id !== guild.guildId) ?? null}
				/>
			}
		>
			<ActivityView guildId={guild.guildId} cdn={env().DISCORD_CDN_URL} figures={figures} />
		</AnalyticsFrame>
	);
});
