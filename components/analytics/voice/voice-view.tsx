import { useTranslations } from "next-intl";
import type { Voice } from "@/lib/analytics/voice/schema";
import { NothingFits, NothingHere } from "../nothing-here";
import { AtOnceChart, SessionsChart, TalkingHours, TimeChart } from "./voice-charts";
import { VoiceFigures } from "./voice-figures";
import { VoiceChannels, VoiceMembers } from "./voice-rankings";

type VoiceViewProps = { guildId: string; cdn: string | null; figures: Voice };

/** How long members were in voice, how many at once, where and when. */
export function VoiceView({ guildId, cdn, figures }: VoiceViewProps) {
	const t = useTranslations("analytics-voice");
	const { kind, seconds, sessions, heatmap, channels, members, period } = figures;
	const compare = period.comparison && period.compare;
	if (seconds.value === 0 && sessions.value === 0 && !seconds.previous && !figures.now)
		return <NobodyTalked guildId={guildId} figures={figures} />;
	return (
		<div className="flex flex-col gap-3">
			<Limits figures={figures} />
			<VoiceFigures figures={figures} />
			<div className="grid gap-3 lg:grid-cols-2">
				<TimeChart figures={figures} />
				<AtOnceChart figures={figures} />
				<SessionsChart figures={figures} />
				{heatmap ? <TalkingHours heatmap={heatmap} /> : null}
				{channels ? <VoiceChannels guildId={guildId} channels={channels} period={period} /> : null}
				{members ? <VoiceMembers guildId={guildId} members={members} compare={compare} cdn={cdn} /> : null}
			</div>
			<p className="text-muted text-xs">
				{t("ended")} {kind === null ? t("everybody") : null}
			</p>
		</div>
	);
}

/** What a filter leaves out, and why. */
function Limits({ figures: { channel, kind } }: Pick<VoiceViewProps, "figures">) {
	const t = useTranslations("analytics-voice.limits");
	if (channel === null && kind === null) return null;
	return <p className="text-muted text-sm">{t(channel === null ? "kind" : "channel")}</p>;
}

function NobodyTalked({ guildId, figures: { channel, kind } }: Omit<VoiceViewProps, "cdn">) {
	const t = useTranslations("analytics-voice.empty");
	const address = `/guilds/${guildId}/analytics/voice`;
	return channel === null && kind === null ? (
		<NothingHere title={t("title")} reason={t("reason")} action={t("all")} href={`${address}?range=all`} />
	) : (
		<NothingFits title={t("title")} href={address} />
	);
}
