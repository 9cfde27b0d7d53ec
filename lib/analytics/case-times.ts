import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { Times } from "./moderation-schema";
import { andNarrowed, type Narrowed } from "./narrowed-cases";
import { pointOf, within } from "./points";
import type { Window } from "./schema";

const noTimes: Times = { median: null, p90: null, ended: 0 };

const spread = sql`count(*)::int AS ended, percentile_disc(0.5) WITHIN GROUP (ORDER BY c.seconds) AS median,
	percentile_disc(0.9) WITHIN GROUP (ORDER BY c.seconds) AS p90`;

/** The cases (`c`) of a window that have ended; a case with an end to come has its seconds too. */
const ended = (guild: GuildScope, window: Window, narrowed: Narrowed) => sql`rollup_cases c
	WHERE c.guild_id = ${guild.guildId}::bigint AND ${within(window, sql`c.created_at`)}
		AND c.seconds IS NOT NULL AND c.ended_at <= now() ${andNarrowed(narrowed, sql`c`)}`;

/** How long the cases opened in a window were open: of those that last, that Discord carried out, and that have ended. */
export async function timesToEnd(guild: GuildScope, window: Window, narrowed: Narrowed): Promise<Times> {
	return (await guild.one<Times>(sql`SELECT ${spread} FROM ${ended(guild, window, narrowed)}`)) ?? noTimes;
}

/** The same for each point. */
export async function timesByPoint(guild: GuildScope, window: Window, narrowed: Narrowed): Promise<Times[]> {
	const rows = await guild.rows<Times & { point: number }>(sql`
		SELECT ${pointOf(window, sql`c.created_at`)} AS point, ${spread}
		FROM ${ended(guild, window, narrowed)} GROUP BY 1`);
	const points = window.edges.slice(1).map(() => noTimes);
	for (const { point, ...times } of rows) points[point - 1] = times;
	return points;
}
