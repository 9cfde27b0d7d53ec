import { millisecondsInDay } from "date-fns/constants";
import { dayAfter } from "@/lib/analytics/period/pieces";
import type { Range } from "@/lib/range";
import type { Course } from "./schema";

const daysOfWeek = 7;

/** `count` days from `first` on, each `YYYY-MM-DD`. */
export function dayList(first: string, count: number): string[] {
	const start = Date.parse(first);
	return Array.from({ length: count }, (_, index) =>
		new Date(start + index * millisecondsInDay).toISOString().slice(0, 10),
	);
}

/** Something counted per day; days without a row count nothing. */
export type DayRow<K extends string> = { day: string } & Record<K, number>;

/** The sum of `key` over a period and the one before it, with every day of both. */
export function summed<K extends string>(range: Range, rows: readonly DayRow<K>[], key: K): Course {
	const byDay = new Map(rows.map((row) => [row.day, row[key]]));
	const series = dayList(range.firstDay, range.days).map((day) => byDay.get(day) ?? 0);
	const previousSeries = dayList(range.previous.firstDay, range.days).map((day) => byDay.get(day) ?? 0);
	return { value: sum(series), previous: sum(previousSeries), series, previousSeries };
}

/**
 * What stands at the end of each day, from what came and went. A row before the period before is where it starts from;
 * the figure is the last day's.
 */
export function standing(range: Range, changes: readonly DayRow<"change">[]): Course {
	const byDay = new Map(changes.map(({ day, change }) => [day, change]));
	let total = sum(changes.filter(({ day }) => day < range.previous.firstDay).map(({ change }) => change));
	const walk = (first: string) =>
		dayList(first, range.days).map((day) => {
			total += byDay.get(day) ?? 0;
			return total;
		});
	const previousSeries = walk(range.previous.firstDay);
	const series = walk(range.firstDay);
	return { value: series.at(-1) ?? 0, previous: previousSeries.at(-1) ?? 0, series, previousSeries };
}

/** How many points a small course has at most. */
const mostPoints = 45;

/**
 * The first days of the points of a small course, and the day after the last: points of one day, or of as few as leave 45 of
 * them. Points of a week and more begin on Mondays but the first, which may be shorter.
 */
export function pointEdges({ firstDay, days }: Pick<Range, "firstDay" | "days">): string[] {
	const step = Math.ceil(days / mostPoints);
	const list = dayList(firstDay, days + 1);
	const end = list.slice(days);
	if (step < daysOfWeek) return [...list.slice(0, days).filter((_, index) => index % step === 0), ...end];
	const weeks = list.slice(0, days).filter((day, index) => index === 0 || new Date(day).getUTCDay() === 1);
	const apart = Math.ceil(weeks.length / mostPoints);
	return [...weeks.filter((_, index) => index === 0 || (weeks.length - index) % apart === 0), ...end];
}

/** The same for what is kept by days of UTC, with the last point up to the last of them. */
export function utcEdges(range: Range): string[] {
	return [...pointEdges(range).slice(0, -1), dayAfter(range.lastUtcDay)];
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
