import { useTranslations } from "next-intl";
import type { Voice } from "@/lib/analytics/voice-schema";
import { NothingHere } from "../nothing-here";
import { AtOnceChart, SessionsChart, TalkingHours, TimeChart } from "./voice-charts";
import { VoiceFigures } from "./voice-figures";
import { VoiceChannels, VoiceMembers } from "./voice-rankings";

type VoiceViewProps = { guildId: string; cdn: string | null; figures: Voice };

/** How long members were in voice, how many at once, where and when. */
export function VoiceView({ guildId, cdn, figures }: VoiceViewProps) {
	const t = useTranslations("analytics-voice");
	const { channel, seconds, sessions, heatmap, channels, members, period } = figures;
	const compare = period.comparison && period.compare;
	if (seconds.value === 0 && sessions.value === 0 && !seconds.previous && !figures.now)
		return (
			<NothingHere
				title={t("empty.title")}
				reason={t("empty.reason")}
				action={t("empty.all")}
				href={`/guilds/${guildId}/analytics/voice?range=all`}
			/>
		);
	return (
		<div className="flex flex-col gap-3">
			{channel === null ? null : <p className="text-muted text-sm">{t("limits")}</p>}
			<VoiceFigures figures={figures} />
			<div className="grid gap-3 lg:grid-cols-2">
				<TimeChart figures={figures} />
				<AtOnceChart figures={figures} />
				<SessionsChart figures={figures} />
				{heatmap ? <TalkingHours heatmap={heatmap} /> : null}
				{channels ? <VoiceChannels guildId={guildId} channels={channels} period={period} /> : null}
				{members ? <VoiceMembers guildId={guildId} members={members} compare={compare} cdn={cdn} /> : null}
			</div>
			<p className="text-muted text-xs">{t("ended")}</p>
		</div>
	);
}
