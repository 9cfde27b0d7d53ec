import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { pointOf } from "./points";
import type { Window } from "./schema";
import { seriesOf, standingOf, sumOf } from "./series";

/**
 * Cases that were open at the end of each point; of one that is under way, now. A case whose time has run out is no longer
 * open, as in the list of cases.
 */
export async function openCases(guild: GuildScope, window: Window): Promise<number[]> {
	const rows = await guild.rows<{ point: number; change: number }>(sql`
		SELECT ${pointOf(window, sql`v.moment`)} AS point, sum(v.change)::int AS change
		FROM cases c
			CROSS JOIN LATERAL (VALUES (c.created_at, 1), (least(c.case_expires_at,
				CASE WHEN NOT c.case_status THEN coalesce(c.resolved_at, c.voided_at, c.updated_at) END), -1)
			) AS v (moment, change)
		WHERE c.guild_id = ${guild.guildId}::bigint AND NOT c.is_deleted AND c.created_at < ${window.to}::timestamptz
			AND v.moment < least(${window.to}::timestamptz, now())
		GROUP BY 1`);
	const before = sumOf(rows.filter(({ point }) => point === 0).map(({ change }) => change));
	return standingOf(before, seriesOf(rows, "change", window.edges.length - 1));
}
