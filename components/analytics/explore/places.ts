import { chartPoints, dayPoints } from "@/components/analytics/chart-points";
import type { ChartPoint } from "@/components/charts/types";
import type { ExploreResult } from "@/lib/explore/schema";
import { formatWeekday } from "@/lib/format";

/** The places on the axis of a result by time, weekday or hour. */
export function placesOf({ dimension, calendar, period }: ExploreResult, locale: string): ChartPoint[] {
	if (dimension === "weekday") {
		return Array.from({ length: 7 }, (_, day) => {
			const label = formatWeekday(day + 1, locale);
			return { key: label, label, tick: formatWeekday(day + 1, locale, "short") };
		});
	}
	if (dimension === "hour") {
		return Array.from({ length: 24 }, (_, hour) => {
			const label = `${String(hour).padStart(2, "0")}:00`;
			return { key: label, label, tick: label };
		});
	}
	return calendar === "utc" ? dayPoints(period, locale) : chartPoints(period, locale);
}

/** A place for each hour of each weekday, Monday first. */
export function hoursOfWeek(locale: string): ChartPoint[] {
	return Array.from({ length: 168 }, (_, hour) => {
		const label = `${formatWeekday(Math.floor(hour / 24) + 1, locale)}, ${String(hour % 24).padStart(2, "0")}:00`;
		return { key: label, label, tick: label };
	});
}
