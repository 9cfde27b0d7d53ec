import { useLocale, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { Heatmap } from "@/components/charts/heatmap";
import { AreaChart, LineChart } from "@/components/charts/line-chart";
import type { Activity } from "@/lib/analytics/activity/schema";
import type { Course, Rate } from "@/lib/analytics/period/course";
import { chartPoints, dayGranularity, dayPoints } from "../chart-points";
import { courseSeries, plainSeries } from "../course-series";

type FiguresProps = { figures: Activity };

/** Messages over the period, with what it is compared with as a hairline. */
export function MessagesChart({ figures: { messages, period, ...figures } }: FiguresProps) {
	const t = useTranslations("analytics-activity");
	const locale = useLocale();
	const isByDays = figures.channel !== null || figures.role !== null || figures.kind !== null;
	return (
		<ChartCard>
			<AreaChart
				title={t(`messages.${isByDays ? dayGranularity(period) : period.granularity}`)}
				total={messages}
				points={isByDays ? dayPoints(period, locale) : chartPoints(period, locale)}
				series={[courseSeries("messages", t("measure.messages"), messages)]}
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

/** How many different people wrote at each point. */
export function ActiveChart({ active, figures: { period } }: FiguresProps & { active: Course }) {
	const t = useTranslations("analytics-activity");
	const locale = useLocale();
	return (
		<ChartCard>
			<AreaChart
				title={t(`active.${dayGranularity(period)}`)}
				total={active}
				points={dayPoints(period, locale)}
				series={[courseSeries("active", t("measure.active"), active)]}
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

/** How much each of them wrote. */
export function PerMemberChart({ perMember, figures: { period } }: FiguresProps & { perMember: Rate }) {
	const t = useTranslations("analytics-activity");
	const locale = useLocale();
	return (
		<ChartCard>
			<LineChart
				title={t(`perMember.${dayGranularity(period)}`)}
				points={dayPoints(period, locale)}
				series={[courseSeries("perMember", t("measure.perMember"), perMember)]}
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

type ResponsesProps = FiguresProps & { replies: Course; reactions: Course };

/** How others answered. */
export function ResponsesChart({ replies, reactions, figures: { period } }: ResponsesProps) {
	const t = useTranslations("analytics-activity");
	const locale = useLocale();
	return (
		<ChartCard>
			<LineChart
				title={t(`responses.${period.granularity}`)}
				points={chartPoints(period, locale)}
				series={[
					plainSeries("replies", t("measure.replies"), replies),
					plainSeries("reactions", t("measure.reactions"), reactions),
				]}
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

/** When people write. */
export function WeekChart({ heatmap }: { heatmap: number[][] }) {
	const t = useTranslations("analytics-activity");
	return (
		<ChartCard>
			<Heatmap title={t("heatmap")} values={heatmap} measure={t("measure.messages")} />
		</ChartCard>
	);
}
