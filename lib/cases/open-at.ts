import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";

/** `isWhole`: over the whole hours since the previous moment; otherwise over what has passed of the moment's own hour. */
type ChangeRow = { place: number; isWhole: boolean; change: number };

/**
 * How many cases are open at each of some moments; at one that is to come, how many are now. A case whose time has run out
 * is no longer open, as in the list of cases. Read from the changes by day before the first moment, by hour from there on,
 * and from the cases themselves within the hour of a moment.
 * @param moments SQL of an array of instants, in order
 * @param count how many these are
 */
export async function openCasesAt(guild: GuildScope, moments: Sql, count: number): Promise<number[]> {
	const guildId = sql`${guild.guildId}::bigint`;
	const rows = await guild.rows<ChangeRow>(sql`
		WITH asked AS MATERIALIZED (
			SELECT m.place, m.moment, date_bin('1 hour', m.moment, timestamptz 'epoch') AS hour
			FROM (
				SELECT a.place::int, least(a.moment, now()) AS moment
				FROM unnest(${moments}) WITH ORDINALITY AS a (moment, place)) m
		), span AS MATERIALIZED (
			SELECT date_trunc('day', min(a.hour), 'UTC') AS first, max(a.hour) AS next, array_agg(a.hour ORDER BY a.place) AS hours
			FROM asked a)
		SELECT 1 AS place, true AS "isWhole", coalesce(sum(r.change), 0)::int AS change
		FROM rollup_open_cases_daily r
		WHERE r.guild_id = ${guildId} AND r.day < (SELECT (s.first AT TIME ZONE 'UTC')::date FROM span s)
		UNION ALL
		SELECT width_bucket(r.hour, (SELECT s.hours FROM span s)) + 1, true, sum(r.change)::int
		FROM rollup_open_cases_hourly r
		WHERE r.guild_id = ${guildId} AND r.hour >= (SELECT s.first FROM span s) AND r.hour < (SELECT s.next FROM span s)
		GROUP BY 1
		UNION ALL
		SELECT a.place, false, (
			SELECT count(*) FROM rollup_cases c
			WHERE c.guild_id = ${guildId} AND c.created_at >= a.hour AND c.created_at < a.moment
		)::int - (
			SELECT count(*) FROM rollup_cases c
			WHERE c.guild_id = ${guildId} AND c.ended_at >= a.hour AND c.ended_at < a.moment
		)::int
		FROM asked a WHERE a.moment <> a.hour`);
	return openAt(rows, count);
}

function openAt(rows: readonly ChangeRow[], count: number): number[] {
	const [sums, within] = [new Map<number, number>(), new Map<number, number>()];
	for (const { place, isWhole, change } of rows) {
		const changes = isWhole ? sums : within;
		changes.set(place, (changes.get(place) ?? 0) + change);
	}
	let before = 0;
	return Array.from({ length: count }, (_, index) => {
		before += sums.get(index + 1) ?? 0;
		return before + (within.get(index + 1) ?? 0);
	});
}
