import { TZDate } from "@date-fns/tz";
import {
	addDays,
	addYears,
	differenceInCalendarDays,
	isBefore,
	startOfDay,
	startOfISOWeek,
	startOfMonth,
} from "date-fns";
import type { Granularity, Period, PeriodQuery } from "@/lib/analytics/schema";
import { defaultRange, type RangePreset } from "@/lib/range-presets";
import { type Days, dayIn, edgesOf, lastHours, upToNow, windowBefore, windowOf } from "./windows";

const presetDays = { "7d": 7, "30d": 30, "90d": 90, "1y": 365 } as const satisfies Record<
	RangePreset,
	number
>;

/** The year in which Discord began: nothing is older. */
const firstDate = "2015-01-01";

/** The longest and shortest periods, in days, for which points of a length say something and fit on a screen. */
const fits: Record<Granularity, { least: number; most: number; usual: number }> = {
	hour: { least: 1, most: 14, usual: 2 },
	day: { least: 2, most: 400, usual: 92 },
	week: { least: 14, most: 2800, usual: 750 },
	month: { least: 62, most: Number.POSITIVE_INFINITY, usual: Number.POSITIVE_INFINITY },
};

type Known = {
	/** The server's zone. */
	timeZone: string;
	/** The instant of the first thing recorded; null where nothing is. */
	recordedSince: string | null;
};

/**
 * The period that an address asks for, cut into points: `?range=1y&by=week&compare=year`, or `?from=…&to=…` in days of
 * the server's zone, from 2015 to a year from today. What makes no sense, or does not fit the period's length, counts as
 * not given. A period by name begins with a whole week or month where its points are that long; chosen days are kept as
 * they are.
 */
export function parsePeriod(asked: PeriodQuery, known: Known, now = new Date()): Period {
	const { timeZone, recordedSince } = known;
	const today = startOfDay(new TZDate(now.getTime(), timeZone));
	const chosen = chosenDays(asked, today);
	const range = chosen ? null : (asked.range ?? defaultRange);
	const raw = chosen ?? namedDays(range ?? defaultRange, today, recordedSince);
	const length = differenceInCalendarDays(raw.end, raw.first);
	const offered = range === "24h" ? (["hour"] as const) : offeredFor(length);
	const granularity = offered.find((each) => each === asked.by) ?? usualFor(length, offered);
	const days = range === null ? raw : { ...raw, first: wholeFrom(raw.first, granularity) };
	const edges = range === "24h" ? lastHours(now) : edgesOf(days, granularity, timeZone);
	const current = windowOf(edges, granularity);
	const compare = range === "all" ? "none" : (asked.compare ?? "previous");
	const before = compare === "none" ? null : windowBefore(current, { edges, granularity, compare });
	const isRecorded =
		before !== null && recordedSince !== null && Date.parse(recordedSince) <= Date.parse(before.from);
	const underWay = now.getTime() < Date.parse(current.to);
	return {
		timeZone,
		range,
		granularity,
		offered: [...offered],
		compare,
		current: underWay ? upToNow(current, now) : current,
		comparison: isRecorded ? before : null,
		underWay,
	};
}

/** From Discord's beginning to a year from today: what lies outside is cut off. */
function chosenDays({ from, to }: PeriodQuery, today: TZDate): Days | null {
	if (!from || !to || from > to) return null;
	const latest: TZDate = addDays(addYears(today, 1), 1);
	const chosen: TZDate = addDays(dayIn(to, today.timeZone ?? "UTC"), 1);
	const first = dayIn(from < firstDate ? firstDate : from, today.timeZone ?? "UTC");
	const days = { first, end: isBefore(latest, chosen) ? latest : chosen };
	return days.first < days.end ? days : null;
}

function namedDays(range: Period["range"] & string, today: TZDate, recordedSince: string | null): Days {
	const end = addDays(today, 1);
	if (range === "24h") return { first: addDays(today, -1), end };
	if (range !== "all") return { first: addDays(end, -presetDays[range]), end };
	if (recordedSince === null) return { first: addDays(end, -presetDays[defaultRange]), end };
	const since = startOfDay(new TZDate(Date.parse(recordedSince), today.timeZone));
	const earliest = dayIn(firstDate, today.timeZone ?? "UTC");
	return { first: since < earliest ? earliest : since > today ? today : since, end };
}

/** What is wrong with the days that an address asks for, where they are not shown as they stand there. */
export function faultOf({ from, to }: PeriodQuery, now = new Date()): "half" | "order" | "bounds" | null {
	if (!from && !to) return null;
	if (!from || !to) return "half";
	if (from > to) return "order";
	const latest = addYears(now, 1).toISOString().slice(0, 10);
	return from < firstDate || to > latest ? "bounds" : null;
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
