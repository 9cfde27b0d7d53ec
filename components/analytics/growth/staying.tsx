import { useLocale, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { CohortGrid } from "@/components/charts/cohort-grid";
import { Funnel } from "@/components/charts/funnel";
import type { JoinedWeek, JoinFunnel } from "@/lib/analytics/growth/schema";
import { formatDay } from "@/lib/format";

/** How many of each week's newcomers are still active, week after week. */
export function Retention({ cohorts }: { cohorts: readonly JoinedWeek[] }) {
	const t = useTranslations("analytics-growth");
	const locale = useLocale();
	return (
		<ChartCard>
			<CohortGrid
				title={t("retention")}
				cohorts={cohorts.map(({ week, size, active }) => ({
					key: week,
					label: formatDay(Date.parse(week), locale, "UTC"),
					size,
					active,
				}))}
			/>
			<p className="mt-3 text-muted text-xs">{t("retentionNote")}</p>
		</ChartCard>
	);
}

/** How far the newcomers of the period got. */
export function Arrivals({ funnel }: { funnel: JoinFunnel }) {
	const t = useTranslations("analytics-growth.funnel");
	const { joined, wrote, twoWeeksAgo, activeInWeekTwo } = funnel;
	const young = joined - twoWeeksAgo;
	return (
		<ChartCard>
			<Funnel
				title={t("title")}
				steps={[
					{ key: "joined", label: t("joined"), count: joined },
					{ key: "wrote", label: t("wrote"), count: wrote },
					{
						key: "active",
						label: t("active"),
						count: activeInWeekTwo,
						...(young > 0 ? { of: twoWeeksAgo } : {}),
					},
				]}
			/>
			<p className="mt-3 text-muted text-xs">
				{young > 0 ? `${t("young", { count: young })} ` : null}
				{t("note")}
			</p>
		</ChartCard>
	);
}
