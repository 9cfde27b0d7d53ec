const msPerDay = 86_400_000;
const shape = /^(\d{4})-W(\d{2})$/;

/** A week of ISO 8601: its name `2026-W46`, and its Monday and Sunday as dates. */
export type Week = { name: string; firstDay: string; lastDay: string };

/** The week of a date `YYYY-MM-DD`. A week belongs to the year in which its Thursday lies. */
export function weekOfDay(day: string): Week {
	const time = Date.parse(day);
	const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * msPerDay;
	const year = new Date(monday + 3 * msPerDay).getUTCFullYear();
	const number = Math.round((monday - firstMonday(year)) / (7 * msPerDay)) + 1;
	return {
		name: `${year}-W${String(number).padStart(2, "0")}`,
		firstDay: dayOf(monday),
		lastDay: dayOf(monday + 6 * msPerDay),
	};
}

/** The week of that name; undefined where there is none, such as a 53rd of most years. */
export function weekNamed(name: string): Week | undefined {
	const [, year, number] = shape.exec(name) ?? [];
	if (year === undefined || number === undefined) return undefined;
	const week = weekOfDay(dayOf(firstMonday(Number(year)) + (Number(number) - 1) * 7 * msPerDay));
	return week.name === name ? week : undefined;
}

/** The week so many weeks later; earlier for a negative number. */
export function weekAfter({ firstDay }: Week, weeks = 1): Week {
	return weekOfDay(dayOf(Date.parse(firstDay) + weeks * 7 * msPerDay));
}

/** The last week that is over at an instant, on the clocks of a zone. */
export function lastFinishedWeek(timeZone: string, now = new Date()): Week {
	const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(now);
	return weekAfter(weekOfDay(today), -1);
}

/** The Monday of the week that holds 4 January: the year's first. */
function firstMonday(year: number): number {
	const fourth = Date.UTC(year, 0, 4);
	return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * msPerDay;
}

function dayOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
