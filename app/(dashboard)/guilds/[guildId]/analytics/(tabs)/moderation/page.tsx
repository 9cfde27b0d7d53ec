import { ModerationView } from "@/components/analytics/moderation/moderation-view";
import { readModeration } from "@/lib/analytics/moderation";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("nav.analytics.moderation", "analytics.title");

export default analyticsPage("cases.read", {
	tab: "moderation",
	read: readModeration,
	view: (shown) => <ModerationView {...shown} />,
});
