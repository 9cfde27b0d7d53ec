import "server-only";
import type { Window } from "@/lib/analytics/schema";
import { join, type Sql, sql } from "@/lib/db/sql";
import { clockStretches } from "./zone-hours";

/** From one instant to another; ISO, the end not included. */
type Span = Pick<Window, "from" | "to">;

/**
 * Rows `s (since, until, monday)` for FROM: the stretches of some spans in which a zone's clock is not set anew, oldest first,
 * and a midnight before a Monday on that clock. Hours of UTC are counted for each of them with `date_bin`, which only divides;
 * `AT TIME ZONE`, or looking up which stretch each hour lies in, costs twice as much as reading them.
 */
export function stretchRows(spans: readonly Span[], timeZone: string): Sql {
	const stretches = spans.flatMap((span) => clockStretches(timeZone, span));
	// As rows: of arrays the planner would know how many they hold only with the values, and plan anew each time.
	const rows = stretches.map(
		({ from, to, monday }) => sql`(${from}::timestamptz, ${to}::timestamptz, ${monday}::timestamptz)`,
	);
	return sql`(VALUES ${join(rows)}) AS s (since, until, monday)`;
}

/** When the day of an hour begins on the clock of stretch `s`. */
export function dayStart(hour: Sql): Sql {
	return sql`date_bin('1 day', ${hour}, s.monday)`;
}

/** The date, as text, of the day that begins at an instant on the clock of stretch `s`. */
export function dateAt(start: Sql): Sql {
	return sql`(date '1970-01-05' + (date_part('epoch', ${start} - s.monday) / 86400)::int)::text`;
}

/** A midnight before a Monday on a zone's clock as it is at an hour of a span, where rows of stretches cannot be read beside. */
export function mondayAt(hour: Sql, span: Span, timeZone: string): Sql {
	return clockStretches(timeZone, span).reduceRight<Sql>(
		(later, { to, monday }) =>
			sql`CASE WHEN ${hour} < ${to}::timestamptz THEN ${monday}::timestamptz ELSE ${later} END`,
		sql`NULL::timestamptz`,
	);
}

/** How far into its week an hour lies on the clock of stretch `s`, or on that of a given Monday: an interval. */
export function intoWeek(hour: Sql, monday = sql`s.monday`): Sql {
	return sql`${hour} - date_bin('7 days', ${hour}, ${monday})`;
}

/** The hour of the week, 0 on Monday at midnight, of an interval of `intoWeek`. */
export function hourOfInterval(interval: Sql): Sql {
	return sql`(date_part('epoch', ${interval}) / 3600)::int`;
}
