import { useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { RankedBars } from "@/components/charts/ranked-bars";
import { MemberLink } from "@/components/discord/member-link";
import type { ActivityMember } from "@/lib/analytics/activity-schema";
import type { Comparison } from "@/lib/analytics/schema";

type BusiestMembersProps = {
	guildId: string;
	members: readonly ActivityMember[];
	/** Null where nothing is compared. */
	compare: Comparison | null;
	cdn: string | null;
};

/** The members who wrote most, and on how many days, each leading to their profile. */
export function BusiestMembers({ guildId, members, compare, cdn }: BusiestMembersProps) {
	const t = useTranslations("analytics-activity");
	return (
		<ChartCard>
			<RankedBars
				title={t("members.title")}
				summary={compare ? t("members.compared", { compare }) : t("members.summary")}
				measure={t("measure.messages")}
				items={members.map(({ id, name, avatar, messages, previous, share, trend, activeDays }) => ({
					key: id,
					name,
					label: (
						<span className="flex gap-x-2 max-md:flex-col md:items-center">
							<MemberLink guildId={guildId} person={{ id, name, avatar }} cdn={cdn} />
							<span
								title={t("members.activeDays", { count: activeDays })}
								className="shrink-0 text-muted text-xs max-md:pl-7"
							>
								{t("members.days", { count: activeDays })}
							</span>
						</span>
					),
					value: messages,
					previous,
					share,
					trend,
				}))}
			/>
		</ChartCard>
	);
}
