import { AnalyticsFrame } from "@/components/analytics/analytics-frame";
import { ChannelFilter } from "@/components/analytics/channel-filter";
import { VoiceView } from "@/components/analytics/voice/voice-view";
import { voiceQuery } from "@/lib/analytics/schema";
import { readVoice } from "@/lib/analytics/voice";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { choosableChannels } from "@/lib/channels/data";
import { isVoice } from "@/lib/discord/channels";
import { env } from "@/lib/env";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("nav.analytics.voice", "analytics.title");

export default guildPage("overview.read", async ({ guild, search }) => {
	const asked = pageSearch(voiceQuery, search);
	const figures = await readVoice(guild, asked);
	const channels = await choosableChannels(guild);
	return (
		<AnalyticsFrame
			guildId={guild.guildId}
			level={guild.actor.level}
			tab="voice"
			asked={asked}
			period={figures.period}
			namespaces={["discord"]}
			filters={<ChannelFilter channels={channels.filter(({ type }) => isVoice(type))} />}
		>
			<VoiceView guildId={guild.guildId} cdn={env().DISCORD_CDN_URL} figures={figures} />
		</AnalyticsFrame>
	);
});
