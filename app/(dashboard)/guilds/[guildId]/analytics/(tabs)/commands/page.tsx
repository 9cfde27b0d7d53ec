import { CommandsView } from "@/components/analytics/commands/commands-view";
import { readCommandUse } from "@/lib/analytics/commands";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("nav.analytics.commands", "analytics.title");

export default analyticsPage("commands.read", {
	tab: "commands",
	read: readCommandUse,
	view: ({ guildId, figures }) => <CommandsView guildId={guildId} use={figures} />,
});
