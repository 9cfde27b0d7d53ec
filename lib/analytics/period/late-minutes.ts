import { tzOffset } from "@date-fns/tz";
import { clockStretches } from "./zone-hours";

/**
 * How many minutes late the days of a zone begin where figures are kept by hours of UTC: those that its clocks are ahead of
 * a whole hour, so 0 in most zones. Where they change within the period, the most of it.
 * @param days `YYYY-MM-DD` in the zone, both included
 */
export function lateMinutes(
	timeZone: string,
	{ firstDay, lastDay }: { firstDay: string; lastDay: string },
): number {
	const days = { from: `${firstDay}T00:00:00.000Z`, to: `${lastDay}T23:59:00.000Z` };
	return Math.max(...clockStretches(timeZone, days).map(({ from }) => minutesAhead(from, timeZone)));
}

/** How far the clocks are ahead of a whole hour at an instant. */
function minutesAhead(instant: string, timeZone: string): number {
	return ((tzOffset(timeZone, new Date(instant)) % 60) + 60) % 60;
}
