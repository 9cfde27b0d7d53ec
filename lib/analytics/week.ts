import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { Window } from "./schema";
import { zoneHours } from "./zone-hours";

/** 1 January 1970 was a Thursday: the week's hours are counted from there. */
const hoursFromMonday = 3 * 24;
const hoursOfWeek = 7 * 24;

/**
 * How many hours a zone's clock has counted since 1970 when an hour of UTC begins that lies in a window. The clock is read once
 * for the window: `AT TIME ZONE` would read it for each hour, which costs more than the rest.
 */
function clockHours(hour: Sql, window: Pick<Window, "from" | "to">, timeZone: string): Sql {
	const { since, ahead } = zoneHours(timeZone, window);
	return sql`(date_part('epoch', ${hour})::bigint / 3600
		+ (${ahead}::int[])[width_bucket(${hour}, ${since}::timestamptz[])])`;
}

/** The hour of the week on a zone's clock, whatever the season, of an hour of UTC in a window: 0 is Monday at midnight. */
export function hourOfWeek(hour: Sql, window: Pick<Window, "from" | "to">, timeZone: string): Sql {
	return sql`mod(${clockHours(hour, window, timeZone)} + ${hoursFromMonday}, ${hoursOfWeek})::int`;
}

/** Seven rows of 24 hours, Monday first; an hour without a row counts nothing. */
export function weekOf<K extends string>(rows: readonly ({ hour: number } & Record<K, number>)[], key: K) {
	const cells = new Map(rows.map((row) => [row.hour, row[key]]));
	return Array.from({ length: 7 }, (_, day) =>
		Array.from({ length: 24 }, (_, hour) => cells.get(day * 24 + hour) ?? 0),
	);
}
