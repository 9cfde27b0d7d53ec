import { SupportView } from "@/components/analytics/support/support-view";
import { readSupport } from "@/lib/analytics/support";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("nav.analytics.support", "analytics.title");

export default analyticsPage("support.read", {
	tab: "support",
	read: readSupport,
	view: (shown) => <SupportView {...shown} />,
});
