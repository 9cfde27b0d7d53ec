import { useLocale, useTranslations } from "next-intl";
import { chartPoints } from "@/components/analytics/chart-points";
import { BarChart, StackedBars } from "@/components/charts/bar-chart";
import { ChartCard } from "@/components/charts/chart-card";
import { LineChart } from "@/components/charts/line-chart";
import type { Moderation, Times } from "@/lib/analytics/moderation/schema";
import { useTypeNames } from "./type-names";

/** Cases by type, what is open, and how long cases last, over the period. */
export function CaseCharts({ figures }: { figures: Moderation }) {
	const t = useTranslations("analytics-moderation");
	const locale = useLocale();
	const nameOf = useTypeNames();
	const { period, cases, types, open, timesByPoint } = figures;
	const place = { points: chartPoints(period, locale), unfinished: period.underWay };
	const minutes = (key: "median" | "p90") =>
		timesByPoint.map((times: Times) => (times[key] === null ? null : times[key] / 60));
	return (
		<div className="grid gap-3 lg:grid-cols-2">
			<ChartCard className="lg:col-span-2">
				<StackedBars
					{...place}
					title={t("types.title")}
					total={{ value: cases.value, previous: cases.previous }}
					series={types.map((type) => ({
						key: type.key,
						label: nameOf(type),
						values: type.course.series,
					}))}
				/>
			</ChartCard>
			<ChartCard>
				<LineChart
					{...place}
					title={t("open.title")}
					series={[
						{
							key: "open",
							label: t("open.label"),
							values: open.series,
							...(open.previousSeries && { previous: open.previousSeries }),
						},
					]}
				/>
			</ChartCard>
			<ChartCard>
				<BarChart
					{...place}
					title={t("times.title")}
					summary={t("times.summary", { ended: figures.times.ended })}
					unit="minutes"
					series={[
						{ key: "median", label: t("times.median"), values: minutes("median") },
						{ key: "p90", label: t("times.p90"), values: minutes("p90") },
					]}
				/>
			</ChartCard>
		</div>
	);
}
