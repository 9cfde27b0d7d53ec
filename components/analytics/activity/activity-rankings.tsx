import { millisecondsInDay } from "date-fns/constants";
import { useLocale, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { RankedBars } from "@/components/charts/ranked-bars";
import { ChannelLink } from "@/components/discord/channel-link";
import type { ActivityChannel, SilentChannel } from "@/lib/analytics/activity/schema";
import type { Period } from "@/lib/analytics/schema";
import { formatDate } from "@/lib/format";
import { coarsePoints } from "../chart-points";
import { FigureTable } from "../figure-table";

type BusiestChannelsProps = {
	guildId: string;
	channels: readonly ActivityChannel[];
	period: Period;
};

/** The channels with the most messages, each leading to its page. */
export function BusiestChannels({ guildId, channels, period }: BusiestChannelsProps) {
	const t = useTranslations("analytics-activity");
	const steps = coarsePoints(period, useLocale());
	const { compare, comparison } = period;
	return (
		<ChartCard>
			<RankedBars
				title={t("channels.title")}
				summary={comparison ? t("channels.compared", { compare }) : t("channels.summary")}
				measure={t("measure.messages")}
				steps={steps}
				items={channels.map(({ id, type, messages, previous, share, trend, ...channel }) => {
					const name = channel.name ?? t("channels.unknown", { id });
					return {
						key: id,
						name,
						label: <ChannelLink guildId={guildId} channel={{ id, name, type }} />,
						value: messages,
						previous,
						share,
						trend,
					};
				})}
			/>
		</ChartCard>
	);
}

type SilentChannelsProps = {
	guildId: string;
	/** How many there are; fewer may be listed. */
	count: number;
	channels: readonly SilentChannel[];
	/** `YYYY-MM-DD`: the silence is counted up to here. */
	lastDay: string;
};

/** The channels in which nobody wrote, and since when. */
export function SilentChannels({ guildId, count, channels, lastDay }: SilentChannelsProps) {
	const t = useTranslations("analytics-activity.silent");
	const locale = useLocale();
	const lastMessage = (channel: SilentChannel) =>
		channel.lastDay === null ? t("never") : formatDate(Date.parse(channel.lastDay), locale, "UTC");
	return (
		<FigureTable
			title={t("title")}
			summary={
				count > channels.length
					? `${t("summary", { count })} ${t("longest", { count: channels.length })}`
					: t("summary", { count })
			}
			nameLabel={t("channel")}
			name={(channel) => channel.name}
			label={(channel) => <ChannelLink guildId={guildId} channel={channel} />}
			columns={[
				{ key: "last", label: t("last"), cell: lastMessage },
				{ key: "days", label: t("days"), value: (channel) => daysBetween(channel.lastDay, lastDay) },
			]}
			rows={channels}
		/>
	);
}

/** Null where the first is not known, or the channel was written in again after the period. */
function daysBetween(first: string | null, last: string): number | null {
	if (first === null || first > last) return null;
	return (Date.parse(last) - Date.parse(first)) / millisecondsInDay;
}
