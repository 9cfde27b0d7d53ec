import { TZDate } from "@date-fns/tz";
import { addDays, differenceInCalendarDays, startOfDay } from "date-fns";
import { z } from "zod";
import { defaultRange, type RangePreset, rangePresets } from "@/lib/range-presets";

const days = { "7d": 7, "30d": 30, "90d": 90, "1y": 365 } as const satisfies Record<RangePreset, number>;

/** Ten years: nothing reads more at once. */
const longestDays = 3660;

const day = z.iso.date();
const search = z.object({
	range: z.enum(rangePresets).optional().catch(undefined),
	from: day.optional().catch(undefined),
	to: day.optional().catch(undefined),
});

/** A period in a server's zone: from the start of a day to the start of the day after the last one. */
export type Range = {
	/** The name, or null for chosen days. */
	preset: RangePreset | null;
	/** ISO instants; `to` is not included. */
	from: string;
	to: string;
	/** The first and the last day, `YYYY-MM-DD` in the zone, both included. */
	firstDay: string;
	lastDay: string;
	/**
	 * The last day of UTC whose figures belong to it, for what is kept by these. West of UTC the current one has begun while the
	 * last day of a period under way goes on, which then holds both.
	 */
	lastUtcDay: string;
	days: number;
	/** As many days right before. */
	previous: { from: string; to: string; firstDay: string; lastDay: string };
};

/**
 * The period an address asks for (`?range=30d`, or `?from=…&to=…` in days), in the server's zone.
 * Anything that makes no sense becomes the default.
 */
export function parseRange(
	parameters: Record<string, string | string[] | undefined>,
	timeZone: string,
	now = new Date(),
): Range {
	const asked = search.parse(parameters);
	const today = startOfDay(new TZDate(now.getTime(), timeZone));
	if (asked.from && asked.to && asked.from <= asked.to) {
		const first = startOfDayIn(asked.from, timeZone);
		const count = differenceInCalendarDays(startOfDayIn(asked.to, timeZone), first) + 1;
		if (count <= longestDays) return rangeOf(null, first, count, now);
	}
	const preset = asked.range ?? defaultRange;
	return rangeOf(preset, addDays(today, 1 - days[preset]), days[preset], now);
}

/** Whether the period is not over yet, so that its last day says only what happened so far. */
export function isUnderWay({ to }: Pick<Range, "to">, now = new Date()): boolean {
	return now.getTime() < Date.parse(to);
}

function startOfDayIn(text: string, timeZone: string): TZDate {
	const [year = 0, month = 1, date = 1] = text.split("-").map(Number);
	return new TZDate(year, month - 1, date, timeZone);
}

function rangeOf(preset: RangePreset | null, first: TZDate, count: number, now: Date): Range {
	const before = addDays(first, -count);
	const asked = span(first, count);
	const today = now.toISOString().slice(0, 10);
	return {
		preset,
		...asked,
		lastUtcDay: isUnderWay(asked, now) && today > asked.lastDay ? today : asked.lastDay,
		days: count,
		previous: span(before, count),
	};
}

function span(first: TZDate, count: number) {
	const end = addDays(first, count);
	return {
		from: new Date(first.getTime()).toISOString(),
		to: new Date(end.getTime()).toISOString(),
		firstDay: first.toISOString().slice(0, 10),
		lastDay: addDays(first, count - 1)
			.toISOString()
			.slice(0, 10),
	};
}
