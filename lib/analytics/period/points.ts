import "server-only";
import type { Window } from "@/lib/analytics/schema";
import { type Sql, sql } from "@/lib/db/sql";
import { evenDays } from "./even-days";

/** The number of the point, from 1 on, in which an instant of the window lies: 0 for earlier ones, the last for later ones. */
export function pointOf({ edges }: Window, instant: Sql): Sql {
	return sql`width_bucket(${instant}, ${edges.slice(0, -1)}::timestamptz[])`;
}

/** The number of the point, from 1 on, in which a date of the window lies: 0 for earlier ones, the last for later ones. */
export function pointOfDay({ days }: Window, day: Sql): Sql {
	return sql`width_bucket(${day}, ${days.slice(0, -1)}::date[])`;
}

/**
 * The same for dates that cannot lie outside of the points, of which there are thousands.
 * @param days the first date of each point, and the day after the last
 */
export function pointAmong(days: readonly string[], day: Sql): Sql {
	const even = evenDays(days);
	return even === null
		? sql`width_bucket(${day}, ${days.slice(0, -1)}::date[])`
		: sql`((${day} - ${even.first}::date) / ${even.step}::int + 1)`;
}

/** The points of a window as rows `p (first, after, point)` for FROM: each is added up from its own stretch of an index. */
export function pointRows({ edges }: Pick<Window, "edges">): Sql {
	return sql`unnest(${edges.slice(0, -1)}::timestamptz[], ${edges.slice(1)}::timestamptz[])
		WITH ORDINALITY AS p (first, after, point)`;
}

/** Whether an instant lies in the window: a condition that an index on it can use. */
export function within({ from, to }: Window, instant: Sql): Sql {
	return sql`${instant} >= ${from}::timestamptz AND ${instant} < ${to}::timestamptz`;
}

/** Whether a date lies in the window. */
export function withinDays({ firstDay, lastDay }: Window, day: Sql): Sql {
	return sql`${day} BETWEEN ${firstDay}::date AND ${lastDay}::date`;
}
