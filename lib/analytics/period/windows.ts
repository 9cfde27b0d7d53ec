import { TZDate } from "@date-fns/tz";
import {
	addDays,
	addMonths,
	differenceInCalendarDays,
	startOfDay,
	startOfISOWeek,
	startOfMonth,
	subYears,
} from "date-fns";
import type { Granularity, Window } from "@/lib/analytics/schema";

const msPerHour = 3_600_000;

/** Days of a zone, from the start of `first` to the start of `end`. */
export type Days = { first: TZDate; end: TZDate };

/** The start of a day `YYYY-MM-DD` of a zone. */
export function dayIn(text: string, timeZone: string): TZDate {
	const [year = 0, month = 1, date = 1] = text.split("-").map(Number);
	return new TZDate(year, month - 1, date, timeZone);
}

/** The beginning of each point, and the end of the last. Hours are UTC's, and belong to the day on which they begin. */
export function edgesOf(days: Days, granularity: Granularity, timeZone: string): TZDate[] {
	if (granularity !== "hour") return dateEdges(days, granularity);
	const start = Math.ceil(days.first.getTime() / msPerHour);
	return hoursFrom(start, Math.ceil(days.end.getTime() / msPerHour) - start, timeZone);
}

function dateEdges({ first, end }: Days, granularity: Exclude<Granularity, "hour">): TZDate[] {
	const edges: TZDate[] = [];
	for (let edge = first; edge < end; edge = after(edge, granularity)) edges.push(edge);
	return [...edges, end];
}

/** Where the point that begins at `edge` ends: the next day, Monday, or first of a month. */
function after(edge: TZDate, granularity: Exclude<Granularity, "hour">): TZDate {
	if (granularity === "day") return addDays(edge, 1);
	return granularity === "week" ? addDays(mondayOf(edge), 7) : addMonths(startOfMonth(edge), 1);
}

/** Finding a week's Monday in a zone takes 20 µs: a year of weeks needs it for the first one only. */
function mondayOf(edge: TZDate): TZDate {
	const isMonday = edge.getDay() === 1 && edge.getHours() === 0 && edge.getMinutes() === 0;
	return isMonday ? edge : startOfISOWeek(edge);
}

/** The 24 hours up to the end of the one that is under way; what is kept by days of UTC is counted by those that they touch. */
export function lastHours(now: Date): TZDate[] {
	return hoursFrom(Math.floor(now.getTime() / msPerHour) - 23, 24, "UTC");
}

/** @param start whole hours since 1970 */
function hoursFrom(start: number, count: number, timeZone: string): TZDate[] {
	return Array.from({ length: count + 1 }, (_, index) => new TZDate((start + index) * msPerHour, timeZone));
}

type Shift = { edges: TZDate[]; granularity: Granularity; compare: "previous" | "year" };

/** What a window is compared with: as many points right before, or a year before. */
export function windowBefore(current: Window, shift: Shift): Window {
	const before = windowOf(shift.edges.map(shiftOf(shift)), shift.granularity);
	return shift.granularity === "hour" ? { ...before, ...daysBefore(current, shift.compare) } : before;
}

/** From a point to the same one right before, or a year before. */
function shiftOf({ edges, granularity, compare }: Shift): (edge: TZDate) => TZDate {
	const [first, end] = ends(edges);
	if (granularity === "hour") {
		const back =
			compare === "year" ? first.getTime() - subYears(first, 1).getTime() : end.getTime() - first.getTime();
		return (edge) => new TZDate(edge.getTime() - back, edge.timeZone);
	}
	if (compare === "year") return sameDateAYearBefore;
	if (granularity === "month" && first.getDate() === 1) return (edge) => addMonths(edge, 1 - edges.length);
	const days = differenceInCalendarDays(end, first);
	return (edge) => addDays(edge, -days);
}

/**
 * The same date a year before. Of a 29 February there is none: it is moved to 1 March, so that its point is empty and the 28th
 * is set against the 28th. A 29th that only the year before has counts with its 28th.
 */
function sameDateAYearBefore(edge: TZDate): TZDate {
	const moved = subYears(edge, 1);
	return moved.getDate() === edge.getDate() ? moved : addDays(moved, 1);
}

/** The window of some edges: its days are those of the zone. */
export function windowOf(edges: TZDate[], granularity: Granularity): Window {
	const [first, end] = ends(edges);
	const lastMoment = end.getTime() - (granularity === "hour" ? msPerHour : 1);
	const afterLast: TZDate = addDays(startOfDay(new TZDate(lastMoment, end.timeZone)), 1);
	const days =
		granularity === "hour" ? dateEdges({ first: startOfDay(first), end: afterLast }, "day") : edges;
	return {
		from: instant(first),
		to: instant(end),
		firstDay: date(first),
		lastDay: date(addDays(afterLast, -1)),
		edges: edges.map(instant),
		days: days.map(date),
	};
}

/**
 * A window that is not over yet, with the days of UTC up to the current one. West of UTC that has begun while the zone's own
 * day goes on: the last of the window's days then holds both, so that nothing is missing of what has happened.
 */
export function upToNow(window: Window, now: Date): Window {
	const today = now.toISOString().slice(0, 10);
	if (today <= window.lastDay) return window;
	return {
		...window,
		lastDay: today,
		days: [...window.days.slice(0, -1), date(addDays(dayIn(today, "UTC"), 1))],
	};
}

/**
 * What is kept by days is counted by all days that the hours touch. Hours moved back may touch days of the period itself, and
 * more or fewer of them where the clocks are set in between: instead, the days are moved, and stay as many.
 */
function daysBefore(
	{ days }: Window,
	compare: Shift["compare"],
): Pick<Window, "firstDay" | "lastDay" | "days"> {
	const first = dayIn(days[0] ?? "", "UTC");
	const back = compare === "year" ? differenceInCalendarDays(first, subYears(first, 1)) : days.length - 1;
	const moved = days.map((day) => addDays(dayIn(day, "UTC"), -back));
	const [firstDay, end] = ends(moved);
	return { firstDay: date(firstDay), lastDay: date(addDays(end, -1)), days: moved.map(date) };
}

function ends(edges: readonly TZDate[]): [TZDate, TZDate] {
	const first = edges[0];
	const end = edges.at(-1);
	if (!first || !end) throw new RangeError("a period without points");
	return [first, end];
}

function instant(edge: TZDate): string {
	return new Date(edge.getTime()).toISOString();
}

/** `YYYY-MM-DD` in the zone of the edge. */
function date(edge: TZDate): string {
	return edge.toISOString().slice(0, 10);
}
