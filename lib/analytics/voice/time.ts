import "server-only";
import { monthPieces, wholeDays } from "@/lib/analytics/period/pieces";
import { endsOf, type Stretch } from "@/lib/analytics/period/window-ends";
import type { GuildScope } from "@/lib/auth/scope";
import { join, type Sql, sql } from "@/lib/db/sql";

/** Sessions longer than this have an index of their own: what lies across an instant began this long before it, or is among them. */
const long = sql`interval '24 hours'`;

/** The full seconds of the clock that session `v` has in a stretch: they add up as those of the rollups do. */
export function secondsIn({ from, to }: Stretch): Sql {
	return sql`greatest(floor(date_part('epoch', least(v.left_at, ${to}::timestamptz)))
		- floor(date_part('epoch', greatest(v.joined_at, ${from}::timestamptz))), 0)`;
}

/**
 * The seconds that a member was in voice in a stretch, and the sessions begun in it, of those that have ended: a sub-select
 * of one row. Read by whole months and days of UTC, and by sessions at the ends of a stretch in another zone.
 * @param member the column with their id
 */
export function timeInVoice(guild: GuildScope, stretch: Stretch, member: Sql): Sql {
	const { whole, head, tail } = monthPieces(wholeDays(stretch.from, stretch.to));
	const spans = [
		{ span: sql`'day'`, ...head },
		{ span: sql`'day'`, ...tail },
		{ span: sql`'month'`, ...whole },
	].map(({ span, first, last }) => sql`(${span}, ${first}::date, ${last}::date)`);
	const kept = sql`SELECT r.seconds, r.sessions
		FROM (VALUES ${join(spans)}) AS k (span, first, last) CROSS JOIN LATERAL (
			SELECT s.seconds, s.sessions FROM rollup_voice_members s
			WHERE s.guild_id = ${guild.guildId}::bigint AND s.user_id = ${member} AND s.span = k.span
				AND s.first BETWEEN k.first AND k.last OFFSET 0) r`;
	const parts = [kept, ...endsOf(stretch).map((end) => sessionsAt(guild, end, member))];
	return sql`SELECT coalesce(sum(p.seconds), 0)::float8 AS seconds, coalesce(sum(p.sessions), 0)::int AS sessions
		FROM (${join(parts, " UNION ALL ")}) p`;
}

function sessionsAt(guild: GuildScope, end: Stretch, member: Sql): Sql {
	const own = sql`v.guild_id = ${guild.guildId}::bigint AND v.user_id = ${member}`;
	const dayBefore = sql`${end.from}::timestamptz - ${long}`;
	// In the order of the index that should be read: one of the key, which holds no times, seems as good to the planner.
	return sql`SELECT ${secondsIn(end)}, (v.joined_at >= ${end.from}::timestamptz)::int
		FROM (SELECT v.joined_at, v.left_at FROM discord_voice_states v
			WHERE ${own} AND v.left_at IS NOT NULL AND v.joined_at >= ${dayBefore} AND v.joined_at < ${end.to}::timestamptz
			ORDER BY v.joined_at DESC OFFSET 0) v
		UNION ALL
		SELECT ${secondsIn(end)}, 0
		FROM discord_voice_states v
		WHERE ${own} AND v.left_at - v.joined_at > ${long} AND v.joined_at < ${dayBefore}
			AND v.left_at > ${end.from}::timestamptz`;
}
