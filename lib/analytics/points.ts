import "server-only";
import { type Sql, sql } from "@/lib/db/sql";
import type { Window } from "./schema";

/** The number of the point, from 1 on, in which an instant of the window lies. */
export function pointOf({ edges }: Window, instant: Sql): Sql {
	return sql`width_bucket(${instant}, ${edges.slice(0, -1)}::timestamptz[])`;
}

/** The number of the point, from 1 on, in which a date of the window lies. */
export function pointOfDay({ days }: Window, day: Sql): Sql {
	return sql`width_bucket(${day}, ${days.slice(0, -1)}::date[])`;
}

/** Whether an instant lies in the window: a condition that an index on it can use. */
export function within({ from, to }: Window, instant: Sql): Sql {
	return sql`${instant} >= ${from}::timestamptz AND ${instant} < ${to}::timestamptz`;
}

/** Whether a date lies in the window. */
export function withinDays({ firstDay, lastDay }: Window, day: Sql): Sql {
	return sql`${day} BETWEEN ${firstDay}::date AND ${lastDay}::date`;
}
