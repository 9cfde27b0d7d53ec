import { useLocale, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartCard } from "@/components/charts/chart-card";
import { Heatmap } from "@/components/charts/heatmap";
import { AreaChart, LineChart } from "@/components/charts/line-chart";
import type { Course } from "@/lib/analytics/period/course";
import type { Voice } from "@/lib/analytics/voice/schema";
import { chartPoints, dayGranularity, dayPoints } from "../chart-points";
import { courseSeries, plainSeries } from "../course-series";
import { minutes } from "./minutes";

type FiguresProps = { figures: Voice };

/** Time in voice, with what it is compared with as a hairline. */
export function TimeChart({ figures }: FiguresProps) {
	const t = useTranslations("analytics-voice");
	const { seconds, period } = figures;
	const time = inMinutes(seconds);
	return (
		<ChartCard>
			<AreaChart
				title={t(`time.${lengthOf(figures)}`)}
				total={time}
				points={placesOf(figures, useLocale())}
				series={[courseSeries("minutes", t("measure.time"), time)]}
				unit="minutes"
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

/** How many were in voice at once, on average and at most. */
export function AtOnceChart({ figures }: FiguresProps) {
	const t = useTranslations("analytics-voice");
	const { average, peak, period } = figures;
	return (
		<ChartCard>
			<LineChart
				title={t("atOnce")}
				points={placesOf(figures, useLocale())}
				series={[
					...(peak ? [plainSeries("peak", t("measure.peak"), peak)] : []),
					plainSeries("average", t("measure.average"), average),
				]}
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

/** How often somebody joined a voice channel. */
export function SessionsChart({ figures }: FiguresProps) {
	const t = useTranslations("analytics-voice");
	const { sessions, period } = figures;
	return (
		<ChartCard>
			<BarChart
				title={t(`sessions.${lengthOf(figures)}`)}
				total={sessions}
				points={placesOf(figures, useLocale())}
				series={[courseSeries("sessions", t("measure.sessions"), sessions)]}
				unfinished={period.underWay}
			/>
		</ChartCard>
	);
}

/** When people talk. */
export function TalkingHours({ heatmap }: { heatmap: number[][] }) {
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

function placesOf(figures: Voice, locale: string) {
	return isByDays(figures) ? dayPoints(figures.period, locale) : chartPoints(figures.period, locale);
}

function lengthOf(figures: Voice) {
	return isByDays(figures) ? dayGranularity(figures.period) : figures.period.granularity;
}

/** One channel, and people or bots alone, are counted by days of UTC. */
function isByDays({ channel, kind }: Voice): boolean {
	return channel !== null || kind !== null;
}

function inMinutes({ value, previous, series, previousSeries }: Course): Course {
	return {
		value: minutes(value),
		previous: previous === null ? null : minutes(previous),
		series: series.map(minutes),
		previousSeries: previousSeries?.map(minutes) ?? null,
	};
}
