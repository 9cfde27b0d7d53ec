import { TZDate } from "@date-fns/tz";
import { addDays, addWeeks, format, isValid, parse, startOfISOWeek } from "date-fns";

const weekShape = "RRRR-'W'II";
const dayShape = "yyyy-MM-dd";

/** A week of ISO 8601: its name `2026-W46`, and its Monday and Sunday as dates. */
export type Week = { name: string; firstDay: string; lastDay: string };

/** The week of a date `YYYY-MM-DD`. A week belongs to the year of its Thursday. */
export function weekOfDay(day: string): Week {
	return weekFrom(startOfISOWeek(new TZDate(day, "UTC")));
}

/** The week of that name; undefined where there is none, such as a 53rd of most years. */
export function weekNamed(name: string): Week | undefined {
	const monday = parse(name, weekShape, new TZDate(0, "UTC"));
	const week = isValid(monday) ? weekFrom(monday) : undefined;
	return week?.name === name ? week : undefined;
}

/** The week so many weeks later; earlier for a negative number. */
export function weekAfter({ firstDay }: Week, weeks = 1): Week {
	return weekFrom(addWeeks(new TZDate(firstDay, "UTC"), weeks));
}

/** The last week that is over at an instant, on the clocks of a zone and in UTC: figures are those of either. */
export function lastFinishedWeek(timeZone: string, now = new Date()): Week {
	const there = weekOfDay(new Intl.DateTimeFormat("en-CA", { timeZone }).format(now));
	const inUtc = weekOfDay(now.toISOString().slice(0, 10));
	return weekAfter(there.firstDay < inUtc.firstDay ? there : inUtc, -1);
}

function weekFrom(monday: TZDate): Week {
	return {
		name: format(monday, weekShape),
		firstDay: format(monday, dayShape),
		lastDay: format(addDays(monday, 6), dayShape),
	};
}
