import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { CommandsView } from "@/components/analytics/commands/commands-view";
import { readCommandUse } from "@/lib/analytics/commands";
import { periodQuery } from "@/lib/analytics/schema";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("analytics.tabs.commands", "analytics.title");

export default guildPage("commands.read", async ({ guild, search }) => {
	const asked = pageSearch(periodQuery, search);
	const use = await readCommandUse(guild, asked);
	return (
		<AnalyticsFrame
			guildId={guild.guildId}
			level={guild.actor.level}
			tab="commands"
			asked={asked}
			period={use.period}
		>
			<CommandsView guildId={guild.guildId} use={use} />
		</AnalyticsFrame>
	);
});
