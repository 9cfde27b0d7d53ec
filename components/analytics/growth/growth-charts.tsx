import { useLocale, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartCard } from "@/components/charts/chart-card";
import { LineChart } from "@/components/charts/line-chart";
import type { Growth } from "@/lib/analytics/growth/schema";
import { dayGranularity, dayPoints } from "../chart-points";
import { courseSeries, plainSeries } from "../course-series";

type FiguresProps = { figures: Growth };

/** How many members there were at the end of each point. */
export function MembersChart({ figures: { members, period } }: FiguresProps) {
	const t = useTranslations("analytics-growth");
	return (
		<ChartCard>
			<LineChart
				title={t("members")}
				points={dayPoints(period, useLocale())}
				series={[courseSeries("members", t("measure.members"), members)]}
			/>
		</ChartCard>
	);
}

/** Who came and who went. */
export function MovesChart({ figures: { joins, leaves, period } }: FiguresProps) {
	const t = useTranslations("analytics-growth");
	return (
		<ChartCard>
			<BarChart
				title={t(`moves.${dayGranularity(period)}`)}
				points={dayPoints(period, useLocale())}
				series={[
					plainSeries("joins", t("measure.joins"), joins),
					plainSeries("leaves", t("measure.leaves"), leaves),
				]}
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

/** Whether more came or went. */
export function NetChart({ figures: { net, period } }: FiguresProps) {
	const t = useTranslations("analytics-growth");
	return (
		<ChartCard>
			<BarChart
				title={t(`net.${dayGranularity(period)}`)}
				total={net}
				points={dayPoints(period, useLocale())}
				series={[courseSeries("net", t("measure.net"), net)]}
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}
