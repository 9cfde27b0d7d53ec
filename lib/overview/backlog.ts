import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { openCasesAt } from "@/lib/cases/open-at";
import { sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";
import { type DayRow, standing } from "./days";
import type { Course } from "./schema";
import { dayEnds, dayNumber, dayOf } from "./server-days";

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

/** Tickets are few compared with messages: one pass over the guild's. */
function ticketMoves(guild: GuildScope, range: Range, timeZone: string): Promise<DayRow<"change">[]> {
	return guild.rows<DayRow<"change">>(sql`
		SELECT ${dayOf(range, sql`d.number`)} AS day, d.change
		FROM (
			SELECT ${dayNumber(range, timeZone, sql`v.moment`)} AS number, sum(v.change)::int AS change
			FROM forwarded_tickets t
				CROSS JOIN LATERAL (VALUES (t.forwarded_at, 1),
					(CASE WHEN t.status = 'resolved' THEN coalesce(t.resolved_at, t.updated_at) END, -1)) AS v (moment, change)
			WHERE t.server_id = ${guild.guildId}::bigint AND v.moment < least(${range.to}::timestamptz, now())
			GROUP BY 1) d`);
}
