import { VoiceFilters } from "@/components/analytics/voice/voice-filters";
import { VoiceView } from "@/components/analytics/voice/voice-view";
import { voiceQuery } from "@/lib/analytics/schema";
import { readVoice } from "@/lib/analytics/voice/data";
import { may } from "@/lib/auth/permissions";
import { choosableChannels } from "@/lib/channels/data";
import { isVoice } from "@/lib/discord/channels";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("nav.analytics.voice", "analytics.title");

export default analyticsPage("overview.read", {
	tab: "voice",
	query: voiceQuery,
	read: readVoice,
	filters: {
		read: async (guild) => (
			<VoiceFilters
				channels={(await choosableChannels(guild)).filter(({ type }) => isVoice(type))}
				seesMembers={may(guild.actor.level, "members.activity")}
			/>
		),
		namespaces: ["discord"],
	},
	view: (shown) => <VoiceView {...shown} />,
});
