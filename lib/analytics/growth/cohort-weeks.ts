import { millisecondsInDay } from "date-fns/constants";
import type { Window } from "@/lib/analytics/schema";

const leastWeeks = 8;
const mostWeeks = 26;

/**
 * The weeks of joining to show for a window, by a day of each: those that it touches, the last 26 at most, and some more
 * before it where it is short, since one week says nothing about who stays.
 */
export function cohortWeeks({ firstDay, lastDay }: Pick<Window, "firstDay" | "lastDay">): {
	first: string;
	last: string;
} {
	const touched = weekNumber(lastDay) - weekNumber(firstDay) + 1;
	const weeks = Math.min(Math.max(touched, leastWeeks), mostWeeks);
	const first = Date.parse(lastDay) - (weeks - 1) * 7 * millisecondsInDay;
	return { first: new Date(first).toISOString().slice(0, 10), last: lastDay };
}

/** Weeks from Monday on; 1 January 1970 was a Thursday. */
function weekNumber(day: string): number {
	return Math.floor((Date.parse(day) / millisecondsInDay + 3) / 7);
}
