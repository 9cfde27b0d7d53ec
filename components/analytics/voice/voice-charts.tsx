import { useLocale, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartCard } from "@/components/charts/chart-card";
import { Heatmap } from "@/components/charts/heatmap";
import { AreaChart, LineChart } from "@/components/charts/line-chart";
import type { Course } from "@/lib/analytics/course";
import type { Voice } from "@/lib/analytics/voice-schema";
import { chartPoints } from "../chart-points";
import { courseSeries, plainSeries } from "../course-series";
import { minutes } from "./minutes";

type FiguresProps = { figures: Voice };

/** Time in voice, with what it is compared with as a hairline. */
export function TimeChart({ figures: { seconds, period } }: FiguresProps) {
	const t = useTranslations("analytics-voice");
	const time = inMinutes(seconds);
	return (
		<ChartCard>
			<AreaChart
				title={t(`time.${period.granularity}`)}
				total={time}
				points={chartPoints(period, useLocale())}
				series={[courseSeries("minutes", t("measure.time"), time)]}
				unit="minutes"
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

/** How many were in voice at once, on average and at most. */
export function AtOnceChart({ figures: { average, peak, period } }: FiguresProps) {
	const t = useTranslations("analytics-voice");
	return (
		<ChartCard>
			<LineChart
				title={t("atOnce")}
				points={chartPoints(period, useLocale())}
				series={[
					plainSeries("peak", t("measure.peak"), peak),
					plainSeries("average", t("measure.average"), average),
				]}
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

/** How often somebody joined a voice channel. */
export function SessionsChart({ figures: { sessions, period } }: FiguresProps) {
	const t = useTranslations("analytics-voice");
	return (
		<ChartCard>
			<BarChart
				title={t(`sessions.${period.granularity}`)}
				total={sessions}
				points={chartPoints(period, useLocale())}
				series={[courseSeries("sessions", t("measure.sessions"), sessions)]}
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

/** When people talk. */
export function TalkingHours({ figures: { heatmap } }: FiguresProps) {
	const t = useTranslations("analytics-voice");
	return (
		<ChartCard>
			<Heatmap
				title={t("heatmap")}
				values={heatmap.map((day) => day.map(minutes))}
				measure={t("measure.inVoice")}
				unit="minutes"
			/>
		</ChartCard>
	);
}

function inMinutes({ value, previous, series, previousSeries }: Course): Course {
	return {
		value: minutes(value),
		previous: previous === null ? null : minutes(previous),
		series: series.map(minutes),
		previousSeries: previousSeries?.map(minutes) ?? null,
	};
}
