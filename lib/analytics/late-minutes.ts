import { TZDate } from "@date-fns/tz";

/**
 * How many minutes late the days of a zone begin where figures are kept by hours of UTC: those that its clocks are ahead of
 * a whole hour, so 0 in most zones. Where they change within the period, the most of it.
 * @param period ISO instants
 */
export function lateMinutes(timeZone: string, { from, to }: { from: string; to: string }): number {
	const ahead = (instant: string) => -new TZDate(Date.parse(instant), timeZone).getTimezoneOffset();
	return Math.max(...[ahead(from), ahead(to)].map((minutes) => ((minutes % 60) + 60) % 60));
}
