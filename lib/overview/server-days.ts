import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";

/**
 * The number of the server's day in which an instant lies: 1 is the first of the period before. Looking it up among the
 * days' beginnings costs half of what converting every instant to the zone does.
 */
export function dayNumber({ previous, lastDay }: Range, timeZone: string, instant: Sql): Sql {
	return sql`width_bucket(${instant}, ${beginnings(timeZone, sql`${previous.firstDay}::date`, sql`${lastDay}::date`)})`;
}

/** The instants at which the server's days end, of the period before and of the period: an array, in order. */
export function dayEnds({ previous, lastDay }: Range, timeZone: string): Sql {
	return beginnings(timeZone, sql`(${previous.firstDay}::date + 1)`, sql`(${lastDay}::date + 1)`);
}

/** A day begins a second after the last one of the day before: midnight itself may come twice, or never, when the clocks change. */
function beginnings(timeZone: string, first: Sql, last: Sql): Sql {
	return sql`(
		SELECT array_agg((g.day - interval '1 second') AT TIME ZONE ${timeZone} + interval '1 second' ORDER BY g.day)
		FROM generate_series(${first}::timestamp, ${last}::timestamp, interval '1 day') AS g (day))`;
}

/** The date of `dayNumber`, as text. */
export function dayOf({ previous }: Range, number: Sql): Sql {
	return sql`(${previous.firstDay}::date - 1 + ${number})::text`;
}
