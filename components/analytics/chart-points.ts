import { millisecondsInDay } from "date-fns/constants";
import type { ChartPoint } from "@/components/charts/types";
import { coarseEdges } from "@/lib/analytics/period/coarse";
import { serverDay } from "@/lib/analytics/period/server-days";
import type { Granularity, Period } from "@/lib/analytics/schema";
import { formatDate, formatDateTime, formatDay, formatMonth, formatTime } from "@/lib/format";

/** The places of a period on the horizontal axis of a chart, one for each of its points. */
export function chartPoints({ current, granularity, timeZone }: Period, locale: string): ChartPoint[] {
	if (granularity !== "hour")
		return datePoints([...current.days.slice(0, -1), serverDay(current.to, timeZone)], granularity, locale);
	const isOneDay = current.edges.length <= 26;
	return current.edges.slice(0, -1).map((edge) => {
		const time = Date.parse(edge);
		const tick = isOneDay ? formatTime(time, locale, timeZone) : formatDay(time, locale, timeZone);
		// What is marked among hours is asked for by the days it touches.
		const day = serverDay(time, timeZone);
		return {
			key: edge,
			label: formatDateTime(time, locale, timeZone),
			tick,
			days: { first: day, last: day },
		};
	});
}

/** Places for the small line beside a name, which has fewer than a chart. */
export function coarsePoints(period: Period, locale: string): ChartPoint[] {
	return datePoints(coarseEdges(period.current.days), dayGranularity(period), locale);
}

/** Places for what is counted by days only: as `chartPoints`, and one for each date where points are hours. */
export function dayPoints(period: Period, locale: string): ChartPoint[] {
	return datePoints(period.current.days, dayGranularity(period), locale);
}

/** How long a point of what is counted by days only is. */
export function dayGranularity({ granularity }: Pick<Period, "granularity">): Exclude<Granularity, "hour"> {
	return granularity === "hour" ? "day" : granularity;
}

/** @param days the first date of each point, and the day after the last */
function datePoints(
	days: readonly string[],
	granularity: Exclude<Granularity, "hour">,
	locale: string,
): ChartPoint[] {
	return days.slice(0, -1).map((first, index) => {
		const end = Date.parse(days[index + 1] ?? first) - millisecondsInDay;
		const last = new Date(end).toISOString().slice(0, 10);
		const start = Date.parse(first);
		const isMonth = granularity === "month";
		return {
			key: first,
			label: first === last ? formatDate(start, locale, "UTC") : span(start, end, locale),
			tick: isMonth ? formatMonth(start, locale, "UTC") : formatDay(start, locale, "UTC"),
			days: { first, last },
		};
	});
}

function span(first: number, last: number, locale: string): string {
	return `${formatDay(first, locale, "UTC")} – ${formatDate(last, locale, "UTC")}`;
}
