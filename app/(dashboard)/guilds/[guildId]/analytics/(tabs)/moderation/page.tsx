import { ModerationFilters } from "@/components/analytics/moderation/moderation-filters";
import { ModerationView } from "@/components/analytics/moderation/moderation-view";
import { readModeration } from "@/lib/analytics/moderation/data";
import { moderationQuery } from "@/lib/analytics/moderation/schema";
import { filterChoices } from "@/lib/cases/data";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("nav.analytics.moderation", "analytics.title");

export default analyticsPage("cases.read", {
	tab: "moderation",
	query: moderationQuery,
	read: readModeration,
	filters: { read: async (guild) => <ModerationFilters {...(await filterChoices(guild, undefined))} /> },
	view: (shown) => <ModerationView {...shown} />,
});
