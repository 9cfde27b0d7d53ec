import { GrowthView } from "@/components/analytics/growth/growth-view";
import { readGrowth } from "@/lib/analytics/growth";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("nav.analytics.growth", "analytics.title");

export default analyticsPage("overview.read", {
	tab: "growth",
	read: readGrowth,
	view: (shown) => <GrowthView {...shown} />,
});
