import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { ChannelFilter } from "@/components/analytics/channel-filter";
import { CommandsView } from "@/components/analytics/commands/commands-view";
import { readCommandUse } from "@/lib/analytics/commands";
import { commandsQuery } from "@/lib/analytics/commands-schema";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { choosableChannels } from "@/lib/channels/data";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("nav.analytics.commands", "analytics.title");

export default guildPage("commands.read", async ({ guild, search }) => {
	const asked = pageSearch(commandsQuery, search);
	const use = await readCommandUse(guild, asked);
	return (
		<AnalyticsFrame
			guildId={guild.guildId}
			level={guild.actor.level}
			tab="commands"
			asked={asked}
			period={use.period}
			namespaces={["discord"]}
			filters={<ChannelFilter channels={await choosableChannels(guild)} />}
		>
			<CommandsView guildId={guild.guildId} use={use} />
		</AnalyticsFrame>
	);
});
