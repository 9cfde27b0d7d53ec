import { millisecondsInDay } from "date-fns/constants";
import type { ChartPoint } from "@/components/charts/types";
import { formatDate, formatDay } from "@/lib/format";

/** More points than this say nothing more on a screen, and each costs a row of the chart's table. */
const mostPoints = 120;

/** How many days one point of a chart covers. */
export function daysPerPoint(days: number): 1 | 7 | 28 {
	return days <= mostPoints ? 1 : days <= mostPoints * 7 ? 7 : 28;
}

/** The same for the small line of a tile. */
export function daysPerSparkPoint(days: number): 1 | 7 | 28 {
	return days <= mostPoints / 2 ? 1 : days <= mostPoints * 4 ? 7 : 28;
}

/**
 * Whole groups of `size`, the last one ending with the last value. Values before the first whole group are left out: a
 * week with a single day in it would look like a week in which nothing happened.
 */
function grouped<T>(values: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.floor(values.length / size) }, (_, index) => {
		const start = (values.length % size) + index * size;
		return values.slice(start, start + size);
	});
}

/** What was counted per day, added up for each point. */
export function countedPerPoint(values: readonly number[], size: number): number[] {
	return grouped(values, size).map((group) => group.reduce((total, value) => total + value, 0));
}

/** What stood at the end of each point. */
export function standingPerPoint(values: readonly number[], size: number): number[] {
	return grouped(values, size).map((group) => group.at(-1) ?? 0);
}

/** The places on the horizontal axis; a point of several days is named by its first. */
export function chartPoints(firstDay: string, days: number, size: number, locale: string): ChartPoint[] {
	const start = Date.parse(firstDay);
	const every = Array.from({ length: days }, (_, index) => start + index * millisecondsInDay);
	return grouped(every, size).map((group) => {
		const [first = start] = group;
		return {
			key: dateOf(first),
			label: formatDate(first, locale, "UTC"),
			tick: formatDay(first, locale, "UTC"),
			days: { first: dateOf(first), last: dateOf(group.at(-1) ?? first) },
		};
	});
}

function dateOf(day: number): string {
	return new Date(day).toISOString().slice(0, 10);
}
