import "server-only";
import { pointRows } from "@/lib/analytics/period/points";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import { andNarrowed, type Narrowed } from "./narrowed-cases";
import type { Times } from "./schema";

const noTimes: Times = { median: null, p90: null, ended: 0 };

const spread = sql`count(*)::int AS ended, percentile_disc(0.5) WITHIN GROUP (ORDER BY c.seconds) AS median,
	percentile_disc(0.9) WITHIN GROUP (ORDER BY c.seconds) AS p90`;

/** The cases (`c`) opened from one moment to another that have ended; a case with an end to come has its seconds too. */
const ended = (guild: GuildScope, narrowed: Narrowed, from: Sql, to: Sql) => sql`rollup_cases c
	WHERE c.guild_id = ${guild.guildId}::bigint AND c.created_at >= ${from} AND c.created_at < ${to}
		AND c.seconds IS NOT NULL AND c.ended_at <= now() ${andNarrowed(narrowed, sql`c`)}`;

/** How long the cases opened in a window were open: of those that last, that Discord carried out, and that have ended. */
export async function timesToEnd(
	guild: GuildScope,
	{ from, to }: Window,
	narrowed: Narrowed,
): Promise<Times> {
	const times = await guild.one<Times>(sql`
		SELECT ${spread} FROM ${ended(guild, narrowed, sql`${from}::timestamptz`, sql`${to}::timestamptz`)}`);
	return times ?? noTimes;
}

/** The same for each point. */
export async function timesByPoint(guild: GuildScope, window: Window, narrowed: Narrowed): Promise<Times[]> {
	const rows = await guild.rows<Times & { point: number }>(sql`
		SELECT p.point::int, t.*
		FROM ${pointRows(window)} CROSS JOIN LATERAL (
			SELECT ${spread} FROM ${ended(guild, narrowed, sql`p.first`, sql`p.after`)} OFFSET 0) t
		WHERE t.ended > 0`);
	const points = window.edges.slice(1).map(() => noTimes);
	for (const { point, ...times } of rows) points[point - 1] = times;
	return points;
}
