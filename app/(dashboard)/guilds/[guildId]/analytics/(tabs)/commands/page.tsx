import { ChannelFilter } from "@/components/analytics/channel-filter";
import { CommandsView } from "@/components/analytics/commands/commands-view";
import { readCommandUse } from "@/lib/analytics/commands/data";
import { commandsQuery } from "@/lib/analytics/commands/schema";
import { choosableChannels } from "@/lib/channels/data";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("nav.analytics.commands", "analytics.title");

export default analyticsPage("commands.read", {
	tab: "commands",
	query: commandsQuery,
	read: readCommandUse,
	filters: {
		read: async (guild) => <ChannelFilter channels={await choosableChannels(guild)} />,
		namespaces: ["discord"],
	},
	view: ({ guildId, figures }) => <CommandsView guildId={guildId} use={figures} />,
});
