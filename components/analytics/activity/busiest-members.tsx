import { useLocale, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { RankedBars } from "@/components/charts/ranked-bars";
import { MemberLink } from "@/components/discord/member-link";
import type { ActivityMember } from "@/lib/analytics/activity/schema";
import type { Period } from "@/lib/analytics/schema";
import { coarsePoints } from "../chart-points";

type BusiestMembersProps = {
	guildId: string;
	members: readonly ActivityMember[];
	period: Period;
	cdn: string | null;
};

/** The members who wrote most, and on how many days, each leading to their profile. */
export function BusiestMembers({ guildId, members, period, cdn }: BusiestMembersProps) {
	const t = useTranslations("analytics-activity");
	const steps = coarsePoints(period, useLocale());
	const { compare, comparison } = period;
	return (
		<ChartCard>
			<RankedBars
				title={t("members.title")}
				summary={comparison ? t("members.compared", { compare }) : t("members.summary")}
				measure={t("measure.messages")}
				steps={steps}
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
