import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";

/**
 * The instants at which the server's days begin, of the period before and of the period: an array, in order. Looking an
 * instant up in it (`width_bucket`) costs half of what converting every one to the zone does.
 */
export function dayBeginnings({ previous, lastDay }: Range, timeZone: string): Sql {
	return beginnings(timeZone, sql`${previous.firstDay}::date`, sql`${lastDay}::date`);
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

/** The date of the day with that number, as text: 1 is the first of the period before. */
export function dayOf({ previous }: Range, number: Sql): Sql {
	return sql`(${previous.firstDay}::date - 1 + ${number})::text`;
}
