import "server-only";
import { pointOf } from "@/lib/analytics/period/points";
import { seriesOf, standingOf } from "@/lib/analytics/period/series";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { openCasesAt } from "@/lib/cases/open-at";
import { sql } from "@/lib/db/sql";
import { andNarrowed, isNarrowed, type Narrowed } from "./narrowed-cases";

/** Cases that were open at the end of each point; of one that is under way, now. */
export function openCases(guild: GuildScope, window: Window, narrowed: Narrowed): Promise<number[]> {
	if (isNarrowed(narrowed)) return openAmong(guild, window, narrowed);
	const moments = window.edges.slice(1);
	return openCasesAt(guild, sql`${moments}::timestamptz[]`, moments.length);
}

/** The changes of open cases are not kept by moderator or type: those are read that were open at some time of the window. */
async function openAmong(guild: GuildScope, window: Window, narrowed: Narrowed): Promise<number[]> {
	const rows = await guild.rows<{ point: number; change: number }>(sql`
		SELECT ${pointOf(window, sql`v.moment`)} AS point, sum(v.change)::int AS change
		FROM rollup_cases c CROSS JOIN LATERAL (VALUES (c.created_at, 1), (c.ended_at, -1)) AS v (moment, change)
		WHERE c.guild_id = ${guild.guildId}::bigint ${andNarrowed(narrowed, sql`c`)}
			AND c.created_at < ${window.to}::timestamptz
			AND (c.ended_at IS NULL OR c.ended_at >= ${window.from}::timestamptz)
			AND v.moment < least(${window.to}::timestamptz, now())
		GROUP BY 1`);
	const before = rows.find(({ point }) => point === 0)?.change ?? 0;
	return standingOf(before, seriesOf(rows, "change", window.edges.length - 1));
}
