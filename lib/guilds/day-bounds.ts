import { type Sql, sql } from "@/lib/db/sql";

/** The instant at which a day (`YYYY-MM-DD`) begins in the server's time zone. */
export function dayStart(day: string): Sql {
	return sql`((${day}::date)::timestamp AT TIME ZONE (SELECT app.time_zone()))`;
}

/** The instant at which a day (`YYYY-MM-DD`) is over in the server's time zone, which is the next one's beginning. */
export function dayEnd(day: string): Sql {
	return sql`((${day}::date + 1)::timestamp AT TIME ZONE (SELECT app.time_zone()))`;
}
