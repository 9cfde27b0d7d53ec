import { expect } from "vitest";
import type { Course } from "@/lib/analytics/period/course";
import type { PeriodQuery, Window } from "@/lib/analytics/schema";
import { counted } from "./analytics-scene";

/** Periods of every kind of point, with what to call them. */
export const periods: [string, PeriodQuery][] = [
	["weeks", { from: "2026-10-01", to: "2026-11-14", by: "week" }],
	["days across a change of the clocks", { from: "2026-10-20", to: "2026-11-12", by: "day" }],
	["hours", { from: "2026-10-31", to: "2026-11-02", by: "hour" }],
	["months, and the year before", { from: "2026-07-15", to: "2026-11-21", by: "month", compare: "year" }],
	["the last day", { range: "24h" }],
	["everything", { range: "all" }],
];

/** A value for each of a window's points, from a statement of one of them: `$first` and `$end` are its dates. */
export async function perPoint({ days }: Pick<Window, "days">, text: string): Promise<number[]> {
	const points = days.slice(1).map((end, index) => `(date '${days[index]}', date '${end}')`);
	const statement = text.replaceAll("$first", "p.first").replaceAll("$end", "p.next");
	const rows = await counted<{ count: number }>(
		`SELECT (${statement})::int AS count FROM (VALUES ${points.join(", ")}) AS p (first, next) ORDER BY p.first`,
	);
	return rows.map(({ count }) => count);
}

/** Expects a course to have these values at each point of its window, and of the window it is compared with. */
export async function expectCourse(
	course: Course,
	windows: { current: Window; comparison: Window | null },
	text: string,
) {
	expect(course.series).toEqual(await perPoint(windows.current, text));
	const before = windows.comparison && (await perPoint(windows.comparison, text));
	expect(course.previousSeries).toEqual(before);
}
