import { HealthView } from "@/components/analytics/health/health-view";
import { readHealth } from "@/lib/analytics/health/data";
import { periodQuery } from "@/lib/analytics/schema";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("nav.analytics.health", "analytics.title");

export default analyticsPage("overview.read", {
	tab: "health",
	query: periodQuery,
	read: readHealth,
	view: ({ figures }) => <HealthView health={figures} />,
});
