import "server-only";
import { type Sql, sql } from "@/lib/db/sql";

/** 1 January 1970 was a Thursday: the week's hours are counted from there. */
const hoursFromMonday = 3 * 24;
const hoursOfWeek = 7 * 24;

/** The hour of the week on a zone's clock, whatever the season: 0 is Monday at midnight. */
export function hourOfWeek(instant: Sql, timeZone: string): Sql {
	return sql`mod(date_part('epoch', ${instant} AT TIME ZONE ${timeZone})::bigint / 3600 + ${hoursFromMonday}, ${hoursOfWeek})::int`;
}

/** Seven rows of 24 hours, Monday first; an hour without a row counts nothing. */
export function weekOf<K extends string>(rows: readonly ({ hour: number } & Record<K, number>)[], key: K) {
	const cells = new Map(rows.map((row) => [row.hour, row[key]]));
	return Array.from({ length: 7 }, (_, day) =>
		Array.from({ length: 24 }, (_, hour) => cells.get(day * 24 + hour) ?? 0),
	);
}
