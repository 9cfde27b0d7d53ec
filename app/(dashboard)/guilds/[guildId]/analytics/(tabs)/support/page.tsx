import { SupportFilters } from "@/components/analytics/support/support-filters";
import { SupportView } from "@/components/analytics/support/support-view";
import { everyAssignee } from "@/lib/analytics/support/assignees";
import { readSupport } from "@/lib/analytics/support/data";
import { supportQuery } from "@/lib/analytics/support/schema";
import { choosableChannels } from "@/lib/channels/data";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("nav.analytics.support", "analytics.title");

export default analyticsPage("support.read", {
	tab: "support",
	query: supportQuery,
	read: readSupport,
	filters: {
		read: async (guild) => (
			<SupportFilters channels={await choosableChannels(guild)} helpers={await everyAssignee(guild)} />
		),
	},
	view: (shown) => <SupportView {...shown} />,
});
