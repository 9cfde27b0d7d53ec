import { TZDate } from "@date-fns/tz";

/**
 * How many minutes late the days of a zone begin where figures are kept by hours of UTC: those that its clocks are ahead of
 * a whole hour, so 0 in most zones. Where they change within the period, the most of it.
 * @param days `YYYY-MM-DD` in the zone, both included
 */
export function lateMinutes(
	timeZone: string,
	{ firstDay, lastDay }: { firstDay: string; lastDay: string },
): number {
	return Math.max(...[firstDay, lastDay].map((day) => minutesAhead(day, timeZone)));
}

/** How far the clocks are ahead of a whole hour when a day begins. */
function minutesAhead(day: string, timeZone: string): number {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const ahead = -new TZDate(year, month - 1, date, timeZone).getTimezoneOffset();
	return ((ahead % 60) + 60) % 60;
}
