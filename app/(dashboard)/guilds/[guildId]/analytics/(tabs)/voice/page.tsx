import { VoiceView } from "@/components/analytics/voice/voice-view";
import { readVoice } from "@/lib/analytics/voice";
import { pageTitle } from "@/lib/i18n/page-title";
import { analyticsPage } from "../analytics-page";

export const generateMetadata = pageTitle("analytics.tabs.voice", "analytics.title");

export default analyticsPage("overview.read", {
	tab: "voice",
	read: readVoice,
	view: (shown) => <VoiceView {...shown} />,
});
