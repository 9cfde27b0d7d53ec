import { chartPoints, dayPoints } from "@/components/analytics/chart-points";
import type { ChartPoint } from "@/components/charts/types";
import type { ExploreResult } from "@/lib/explore/schema";

/** A Monday. */
const monday = Date.UTC(2024, 0, 1);
const msPerHour = 3_600_000;
const msPerDay = 24 * msPerHour;

/** The places on the axis of a result by time, weekday or hour. */
export function placesOf({ dimension, calendar, period }: ExploreResult, locale: string): ChartPoint[] {
	if (dimension === "weekday") {
		const name = (day: number, weekday: "short" | "long") =>
			new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(monday + day * msPerDay);
		return Array.from({ length: 7 }, (_, day) => {
			const label = name(day, "long");
			return { key: label, label, tick: name(day, "short") };
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
		const day = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(
			monday + hour * msPerHour,
		);
		const label = `${day}, ${String(hour % 24).padStart(2, "0")}:00`;
		return { key: label, label, tick: label };
	});
}
