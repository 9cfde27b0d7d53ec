import { useTranslations } from "next-intl";
import type { Activity } from "@/lib/analytics/activity/schema";
import { NothingFits, NothingHere } from "../nothing-here";
import { ActiveChart, MessagesChart, PerMemberChart, ResponsesChart, WeekChart } from "./activity-charts";
import { ActivityFigures } from "./activity-figures";
import { BusiestChannels, SilentChannels } from "./activity-rankings";
import { BusiestMembers } from "./busiest-members";

type ActivityViewProps = { guildId: string; cdn: string | null; figures: Activity };

/** Who wrote how much, where and when. */
export function ActivityView({ guildId, cdn, figures }: ActivityViewProps) {
	const { active, perMember, replies, reactions, heatmap, channels, members } = figures;
	const { silentCount, silentChannels, period } = figures;
	if (figures.messages.value === 0 && !figures.messages.previous)
		return <NobodyWrote guildId={guildId} figures={figures} />;
	return (
		<div className="flex flex-col gap-3">
			<Limits figures={figures} />
			<ActivityFigures figures={figures} />
			<div className="grid gap-3 lg:grid-cols-2">
				<MessagesChart figures={figures} />
				{active ? <ActiveChart figures={figures} active={active} /> : null}
				{perMember ? <PerMemberChart figures={figures} perMember={perMember} /> : null}
				{replies && reactions ? (
					<ResponsesChart figures={figures} replies={replies} reactions={reactions} />
				) : null}
				{channels ? <BusiestChannels guildId={guildId} channels={channels} period={period} /> : null}
				{members ? <BusiestMembers guildId={guildId} members={members} period={period} cdn={cdn} /> : null}
				{heatmap ? <WeekChart heatmap={heatmap} /> : null}
				{silentChannels && silentChannels.length > 0 ? (
					<SilentChannels
						guildId={guildId}
						count={silentCount ?? silentChannels.length}
						channels={silentChannels}
						lastDay={period.current.lastDay}
					/>
				) : null}
			</div>
		</div>
	);
}

/** What a filter leaves out, and why. */
function Limits({ figures: { channel, role, kind } }: { figures: Activity }) {
	const t = useTranslations("analytics-activity.limits");
	if (channel === null && role === null && kind === null) return null;
	return <p className="text-muted text-sm">{t(channel === null ? "members" : "channel")}</p>;
}

function NobodyWrote({ guildId, figures: { channel, role, kind } }: Omit<ActivityViewProps, "cdn">) {
	const t = useTranslations("analytics-activity.empty");
	const address = `/guilds/${guildId}/analytics`;
	return channel === null && role === null && kind === null ? (
		<NothingHere title={t("title")} reason={t("reason")} action={t("all")} href={`${address}?range=all`} />
	) : (
		<NothingFits title={t("title")} href={address} />
	);
}
