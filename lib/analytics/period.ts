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
import { defaultRange, type RangePreset } from "@/lib/range-presets";
import type { Granularity, Period, PeriodQuery, Window } from "./schema";

const presetDays = { "7d": 7, "30d": 30, "90d": 90, "1y": 365 } as const satisfies Record<
	RangePreset,
	number
>;
const msPerHour = 3_600_000;

/** Ten years: nothing reads more at once. */
const longestDays = 3660;

/** The longest and shortest periods, in days, for which points of a length say something and fit on a screen. */
const fits: Record<Granularity, { least: number; most: number; usual: number }> = {
	hour: { least: 1, most: 14, usual: 2 },
	day: { least: 2, most: 400, usual: 92 },
	week: { least: 14, most: 2800, usual: 750 },
	month: { least: 62, most: longestDays, usual: longestDays },
};

type Known = {
	/** The server's zone. */
	timeZone: string;
	/** The instant of the first thing recorded; null where nothing is. */
	recordedSince: string | null;
};

/** Days of a zone, from the start of `first` to the start of `end`. */
type Days = { first: TZDate; end: TZDate };

/**
 * The period that an address asks for, cut into points: `?range=1y&by=week&compare=year`, or `?from=…&to=…` in days of
 * the server's zone. What makes no sense, or does not fit the period's length, counts as not given. A period by name
 * begins with a whole week or month where its points are that long; chosen days are kept as they are.
 */
export function parsePeriod(asked: PeriodQuery, known: Known, now = new Date()): Period {
	const { timeZone, recordedSince } = known;
	const today = startOfDay(new TZDate(now.getTime(), timeZone));
	const chosen = chosenDays(asked, timeZone);
	const range = chosen ? null : (asked.range ?? defaultRange);
	const raw = chosen ?? namedDays(range ?? defaultRange, today, recordedSince);
	const length = differenceInCalendarDays(raw.end, raw.first);
	const offered = range === "24h" ? (["hour"] as const) : offeredFor(length);
	const granularity = offered.find((each) => each === asked.by) ?? usualFor(length, offered);
	const days = range === null ? raw : { ...raw, first: wholeFrom(raw.first, granularity) };
	const edges = range === "24h" ? lastHours(now, timeZone) : edgesOf(days, granularity, timeZone);
	const current = windowOf(edges, granularity);
	const compare = range === "all" ? "none" : (asked.compare ?? "previous");
	const before = compare === "none" ? null : windowBefore(current, { edges, granularity, compare });
	const isRecorded =
		before !== null && recordedSince !== null && Date.parse(recordedSince) <= Date.parse(before.from);
	return {
		timeZone,
		range,
		granularity,
		offered: [...offered],
		compare,
		current,
		comparison: isRecorded ? before : null,
		underWay: now.getTime() < Date.parse(current.to),
	};
}

function chosenDays({ from, to }: PeriodQuery, timeZone: string): Days | null {
	if (!from || !to || from > to) return null;
	const first = dayIn(from, timeZone);
	const end = addDays(dayIn(to, timeZone), 1);
	return differenceInCalendarDays(end, first) <= longestDays ? { first, end } : null;
}

function namedDays(range: Period["range"] & string, today: TZDate, recordedSince: string | null): Days {
	const end = addDays(today, 1);
	if (range === "24h") return { first: addDays(today, -1), end };
	if (range !== "all") return { first: addDays(end, -presetDays[range]), end };
	if (recordedSince === null) return { first: addDays(end, -presetDays[defaultRange]), end };
	const since = startOfDay(new TZDate(Date.parse(recordedSince), today.timeZone));
	const longest = addDays(end, -longestDays + 31);
	return { first: since < longest ? longest : since > today ? today : since, end };
}

function dayIn(text: string, timeZone: string): TZDate {
	const [year = 0, month = 1, date = 1] = text.split("-").map(Number);
	return new TZDate(year, month - 1, date, timeZone);
}

function offeredFor(days: number): Granularity[] {
	const names = Object.keys(fits) as Granularity[];
	return names.filter((name) => days >= fits[name].least && days <= fits[name].most);
}

function usualFor(days: number, offered: readonly Granularity[]): Granularity {
	return offered.find((name) => days <= fits[name].usual) ?? offered.at(-1) ?? "day";
}

function wholeFrom(first: TZDate, granularity: Granularity): TZDate {
	if (granularity === "week") return startOfISOWeek(first);
	return granularity === "month" ? startOfMonth(first) : first;
}

/** The beginning of each point, and the end of the last. Hours are UTC's, and belong to the day on which they begin. */
function edgesOf(days: Days, granularity: Granularity, timeZone: string): TZDate[] {
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

/** The 24 hours up to the end of the one that is under way. */
function lastHours(now: Date, timeZone: string): TZDate[] {
	return hoursFrom(Math.floor(now.getTime() / msPerHour) - 23, 24, timeZone);
}

/** @param start whole hours since 1970 */
function hoursFrom(start: number, count: number, timeZone: string): TZDate[] {
	return Array.from({ length: count + 1 }, (_, index) => new TZDate((start + index) * msPerHour, timeZone));
}

type Shift = { edges: TZDate[]; granularity: Granularity; compare: "previous" | "year" };

function windowBefore(current: Window, shift: Shift): Window {
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

function windowOf(edges: TZDate[], granularity: Granularity): Window {
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
