import { useLocale, useTranslations } from "next-intl";
import { chartPoints } from "@/components/analytics/chart-points";
import { StackedBars } from "@/components/charts/bar-chart";
import { ChartCard } from "@/components/charts/chart-card";
import { LineChart } from "@/components/charts/line-chart";
import type { Period } from "@/lib/analytics/schema";
import type { Conversed, Seconds } from "@/lib/analytics/support/schema";
import { formatNumber } from "@/lib/format";

type ConversationChartsProps = { period: Period; conversations: Conversed };

/** Conversations by what became of them, and how long they waited for an answer. */
export function ConversationCharts({ period, conversations }: ConversationChartsProps) {
	const t = useTranslations("analytics-support");
	const locale = useLocale();
	const { begun, outcomes, answersByPoint } = conversations;
	const place = { points: chartPoints(period, locale), unfinished: period.underWay };
	const milliseconds = (key: keyof Seconds) =>
		answersByPoint.map((seconds) => (seconds[key] === null ? null : seconds[key] * 1000));
	return (
		<div className="grid gap-3 lg:grid-cols-2">
			<ChartCard>
				<StackedBars
					{...place}
					title={t("outcomes.title")}
					total={{ value: begun.value, previous: begun.previous }}
					series={(["completed", "forwarded", "active"] as const)
						.filter((outcome) => outcomes[outcome].some((count) => count > 0))
						.map((outcome) => ({ key: outcome, label: t(`outcomes.${outcome}`), values: outcomes[outcome] }))}
				/>
			</ChartCard>
			<ChartCard>
				<LineChart
					{...place}
					title={t("answers.title")}
					summary={t("answers.summary", { begun: formatNumber(begun.value, locale) })}
					unit="milliseconds"
					series={[
						{ key: "median", label: t("answers.median"), values: milliseconds("median") },
						{ key: "p90", label: t("answers.p90"), values: milliseconds("p90") },
					]}
				/>
			</ChartCard>
		</div>
	);
}
