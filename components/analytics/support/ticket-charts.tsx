import { useLocale, useTranslations } from "next-intl";
import { chartPoints } from "@/components/analytics/chart-points";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartCard } from "@/components/charts/chart-card";
import { LineChart } from "@/components/charts/line-chart";
import type { Support } from "@/lib/analytics/support/schema";
import { formatDuration } from "@/lib/format";

/** Tickets opened and resolved, and those that wait. */
export function TicketCharts({ figures }: { figures: Support }) {
	const t = useTranslations("analytics-support");
	const locale = useLocale();
	const { period, opened, resolved, backlog, resolutions } = figures;
	const place = { points: chartPoints(period, locale), unfinished: period.underWay };
	const { median, p90 } = resolutions;
	const times =
		median === null || p90 === null
			? t("tickets.untimed")
			: t("tickets.timed", { median: formatDuration(median, locale), p90: formatDuration(p90, locale) });
	const counts = t("tickets.summary", { opened: opened.value, resolved: resolved.value });
	return (
		<div className="grid gap-3 lg:grid-cols-2">
			<ChartCard>
				<BarChart
					{...place}
					title={t("tickets.title")}
					summary={`${counts} ${times}`}
					series={[
						{ key: "opened", label: t("tickets.opened"), values: opened.series },
						{ key: "resolved", label: t("tickets.resolved"), values: resolved.series },
					]}
				/>
			</ChartCard>
			<ChartCard>
				<LineChart
					{...place}
					title={t("backlog.title")}
					series={[
						{
							key: "backlog",
							label: t("backlog.label"),
							values: backlog.series,
							...(backlog.previousSeries && { previous: backlog.previousSeries }),
						},
					]}
				/>
			</ChartCard>
		</div>
	);
}
