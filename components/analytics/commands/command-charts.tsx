import { useLocale, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartCard } from "@/components/charts/chart-card";
import { Heatmap } from "@/components/charts/heatmap";
import { LineChart } from "@/components/charts/line-chart";
import type { CommandUse } from "@/lib/analytics/commands/schema";
import { placesOf } from "./places";

/** Executions, errors and times over the period, and when commands are used. */
export function CommandCharts({ use }: { use: CommandUse }) {
	const t = useTranslations("analytics-commands");
	const locale = useLocale();
	const { period, executions, errorRate, timesByPoint, heatmap } = use;
	const place = { points: placesOf(use, locale), unfinished: period.underWay };
	return (
		<div className="grid gap-3 lg:grid-cols-2">
			<ChartCard>
				<BarChart
					{...place}
					title={t("executions.title")}
					total={{ value: executions.value, previous: executions.previous }}
					series={[
						{
							key: "executions",
							label: t("executions.label"),
							values: executions.series,
							...(executions.previousSeries && { previous: executions.previousSeries }),
						},
					]}
				/>
			</ChartCard>
			<ChartCard>
				<LineChart
					{...place}
					title={t("errors.title")}
					unit="percent"
					series={[
						{
							key: "errors",
							label: t("errors.label"),
							values: errorRate.series,
							...(errorRate.previousSeries && { previous: errorRate.previousSeries }),
						},
					]}
				/>
			</ChartCard>
			{timesByPoint ? (
				<ChartCard>
					<LineChart
						{...place}
						title={t("times.title")}
						summary={t("times.summary")}
						unit="milliseconds"
						series={(["p50", "p95", "p99"] as const).map((share) => ({
							key: share,
							label: share,
							values: timesByPoint.map((times) => times[share]),
						}))}
					/>
				</ChartCard>
			) : null}
			{heatmap ? (
				<ChartCard>
					<Heatmap title={t("week.title")} values={heatmap} measure={t("executions.label")} />
				</ChartCard>
			) : null}
		</div>
	);
}
