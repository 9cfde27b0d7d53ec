import { ActivityFilters } from "@/components/analytics/activity/activity-filters";
import { ActivityView } from "@/components/analytics/activity/activity-view";
import { readActivity } from "@/lib/analytics/activity/data";
import { activityQuery } from "@/lib/analytics/schema";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { choosableChannels } from "@/lib/channels/data";
import { pageTitle } from "@/lib/i18n/page-title";
import { listRoles } from "@/lib/roles/data";
import { analyticsPage } from "./analytics-page";

export const generateMetadata = pageTitle("nav.analytics.activity", "analytics.title");

export default analyticsPage("overview.read", {
	tab: "activity",
	query: activityQuery,
	read: readActivity,
	filters: {
		read: async (guild) => (
			<ActivityFilters channels={await choosableChannels(guild)} roles={await choosableRoles(guild)} />
		),
		namespaces: ["analytics-activity", "discord"],
	},
	view: (shown) => <ActivityView {...shown} />,
});

/** All but @everyone, whom all hold; none below the level that sees who wrote. */
async function choosableRoles(guild: GuildScope) {
	if (!may(guild.actor.level, "members.activity")) return null;
	return (await listRoles(guild)).filter(({ id }) => id !== guild.guildId);
}
