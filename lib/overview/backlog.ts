import "server-only";
import { resolvedAt } from "@/lib/analytics/support/tickets";
import type { GuildScope } from "@/lib/auth/scope";
import { openCasesAt } from "@/lib/cases/open-at";
import { sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";
import { type DayRow, standing } from "./days";
import type { Course } from "./schema";
import { dayBeginnings, dayEnds, dayOf } from "./server-days";

/**
 * Cases and tickets that were open at the end of each of the server's days; today, until now. Nothing below level 2, where
 * the rows do not exist.
 */
export async function openAtDayEnd(
	guild: GuildScope,
	range: Range,
	timeZone: string,
): Promise<{ cases: Course; tickets: Course }> {
	const [cases, tickets] = await Promise.all([
		openCasesAt(guild, dayEnds(range, timeZone), 2 * range.days),
		ticketMoves(guild, range, timeZone),
	]);
	const previousSeries = cases.slice(0, range.days);
	const series = cases.slice(range.days);
	return {
		cases: { value: series.at(-1) ?? 0, previous: previousSeries.at(-1) ?? 0, series, previousSeries },
		tickets: standing(range, tickets),
	};
}

/** How many more tickets wait after each day; those that waited before the first day stand on the day before it. */
function ticketMoves(guild: GuildScope, range: Range, timeZone: string): Promise<DayRow<"change">[]> {
	const tickets = sql`forwarded_tickets t WHERE t.server_id = ${guild.guildId}::bigint`;
	const first = sql`(SELECT day.beginnings[1] FROM day)`;
	return guild.rows<DayRow<"change">>(sql`
		WITH day AS MATERIALIZED (SELECT ${dayBeginnings(range, timeZone)} AS beginnings),
		since AS MATERIALIZED (
			SELECT t.forwarded_at AS moment, 1 AS change FROM ${tickets} AND t.forwarded_at >= ${first}
			UNION ALL
			SELECT ${resolvedAt}, -1 FROM ${tickets} AND t.status = 'resolved' AND ${resolvedAt} >= ${first}
		)
		SELECT ${dayOf(range, sql`d.number`)} AS day, d.change
		FROM (
			SELECT width_bucket(s.moment, day.beginnings) AS number, sum(s.change)::int AS change
			FROM day CROSS JOIN since s WHERE s.moment < least(${range.to}::timestamptz, now())
			GROUP BY 1
			UNION ALL
			SELECT 0, ((SELECT count(*) FROM ${tickets} AND t.status IN ('pending', 'assigned'))
				- (SELECT coalesce(sum(s.change), 0) FROM since s))::int) d`);
}
