import { useLocale, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { RankedBars } from "@/components/charts/ranked-bars";
import { ChannelLink } from "@/components/discord/channel-link";
import { MemberLink } from "@/components/discord/member-link";
import type { Comparison, Period } from "@/lib/analytics/schema";
import type { VoiceChannel, VoiceMember } from "@/lib/analytics/voice/schema";
import { coarsePoints } from "../chart-points";
import { minutes } from "./minutes";

type VoiceChannelsProps = { guildId: string; channels: readonly VoiceChannel[]; period: Period };

/** The channels with the most time in voice. */
export function VoiceChannels({ guildId, channels, period }: VoiceChannelsProps) {
	const t = useTranslations("analytics-voice");
	const steps = coarsePoints(period, useLocale());
	const { compare, comparison } = period;
	return (
		<ChartCard>
			<RankedBars
				title={t("channels.title")}
				summary={comparison ? t("channels.compared", { compare }) : t("channels.summary")}
				measure={t("measure.time")}
				unit="minutes"
				steps={steps}
				items={channels.map(({ id, type, seconds, previous, share, trend, ...channel }) => {
					const name = channel.name ?? t("channels.unknown");
					return {
						key: id,
						name,
						label: <ChannelLink guildId={guildId} channel={{ id, name, type }} />,
						value: minutes(seconds),
						previous: previous === null ? null : minutes(previous),
						share,
						trend: trend.map(minutes),
					};
				})}
			/>
		</ChartCard>
	);
}

type VoiceMembersProps = {
	guildId: string;
	members: readonly VoiceMember[];
	/** Null where nothing is compared. */
	compare: Comparison | null;
	cdn: string | null;
};

/** Who was in voice longest. */
export function VoiceMembers({ guildId, compare, members, cdn }: VoiceMembersProps) {
	const t = useTranslations("analytics-voice");
	return (
		<ChartCard>
			<RankedBars
				title={t("members.title")}
				summary={compare ? t("members.compared", { compare }) : t("members.summary")}
				measure={t("measure.time")}
				unit="minutes"
				items={members.map(({ id, name, avatar, seconds, previous, share, sessions }) => ({
					key: id,
					name,
					label: (
						<span className="flex gap-x-2 max-md:flex-col md:items-center">
							<MemberLink guildId={guildId} person={{ id, name, avatar }} cdn={cdn} />
							<span className="shrink-0 text-muted text-xs max-md:pl-7">
								{t("members.sessions", { count: sessions })}
							</span>
						</span>
					),
					value: minutes(seconds),
					previous: previous === null ? null : minutes(previous),
					share,
				}))}
			/>
		</ChartCard>
	);
}
