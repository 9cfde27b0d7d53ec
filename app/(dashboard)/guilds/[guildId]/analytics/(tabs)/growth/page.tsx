import { GrowthFilters } from "@/components/analytics/growth/growth-filters";
import { GrowthView } from "@/components/analytics/growth/growth-view";
import { readGrowth } from "@/lib/analytics/growth/data";
import { growthQuery } from "@/lib/analytics/schema";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("nav.analytics.growth", "analytics.title");

export default analyticsPage("overview.read", {
	tab: "growth",
	query: growthQuery,
	read: readGrowth,
	filters: { read: async () => <GrowthFilters /> },
	view: (shown) => <GrowthView {...shown} />,
});
