import { millisecondsInDay } from "date-fns/constants";
import type { Period } from "@/lib/analytics/schema";

const msPerWeek = 7 * millisecondsInDay;

/** 5 January 1970 was the first Monday. */
const firstMonday = 4 * millisecondsInDay;

/** How many weeks the course has at least, so that one can be seen in a short period too. */
const leastCourse = 12;
const weeksOfYear = 52;

/** Weeks in a row, from a Monday on: `YYYY-MM-DD`, UTC. */
export type Weeks = { monday: string; count: number };

export type HealthWeeks = {
	/** Those that ended in the period; where none did, the last that had ended by then. */
	current: Weeks;
	comparison: Weeks | null;
	/** What is drawn: the period's weeks, and some before where these are few. */
	course: Weeks;
};

/** The whole weeks of UTC that a period stands for. */
export function healthWeeks({ current, comparison, compare }: Period, now = new Date()): HealthWeeks {
	const periodEnd = Date.parse(current.lastDay) + millisecondsInDay;
	const end = weekStart(Math.min(periodEnd, now.getTime()));
	const ended = Math.floor((end - Date.parse(current.firstDay) - 1) / msPerWeek) + 1;
	const count = Math.max(1, ended);
	const back = compare === "year" ? weeksOfYear : count;
	return {
		current: weeksFrom(end - count * msPerWeek, count),
		comparison: comparison && weeksFrom(end - (count + back) * msPerWeek, count),
		course: weeksFrom(end - Math.max(count, leastCourse) * msPerWeek, Math.max(count, leastCourse)),
	};
}

/** The Mondays of some weeks, oldest first. */
export function mondaysOf({ monday, count }: Weeks): string[] {
	return Array.from({ length: count }, (_, index) => dayAfter(monday, index * 7));
}

/** @param days whole days, before where negative */
export function dayAfter(day: string, days: number): string {
	return new Date(Date.parse(day) + days * millisecondsInDay).toISOString().slice(0, 10);
}

function weekStart(time: number): number {
	return Math.floor((time - firstMonday) / msPerWeek) * msPerWeek + firstMonday;
}

function weeksFrom(start: number, count: number): Weeks {
	return { monday: new Date(start).toISOString().slice(0, 10), count };
}
