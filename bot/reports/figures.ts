import type { Db } from "@/bot/scope";

/** What a post says of a week: totals only, which everybody with access to the server's figures may see. */
export type WeekFigures = {
	members: number;
	joins: number;
	leaves: number;
	messages: number;
	messagesBefore: number;
	active: number;
	activeBefore: number;
	commands: number;
	commandsBefore: number;
	errors: number;
	/** The ids of the busiest channels that everybody can see, with their messages: a post is read by everybody. */
	channels: { id: string; messages: number }[];
};

/** Three are named: a post is read on a phone. */
const places = 3;

/**
 * Messages and commands by the server's days, everything else by days of UTC, as on the page of the report.
 * $1 guild, $2 Monday, $3 zone.
 */
const query = `
WITH week AS (
	SELECT $2::date AS first, $2::date + 7 AS next, $2::date - 7 AS before,
		($2::date)::timestamp AT TIME ZONE $3 AS starts, ($2::date + 7)::timestamp AT TIME ZONE $3 AS ends,
		($2::date - 7)::timestamp AT TIME ZONE $3 AS began
), active AS (
	SELECT r.chunk, bit_or(r.members) FILTER (WHERE r.day >= w.first) AS now,
		bit_or(r.members) FILTER (WHERE r.day < w.first) AS before
	FROM week w JOIN rollup_active_members r ON r.guild_id = $1 AND r.day >= w.before AND r.day < w.next
	GROUP BY r.chunk
)
SELECT membership.members, membership.joins, membership.leaves, messages.now AS messages,
	messages.before AS "messagesBefore",
	(SELECT coalesce(sum(bit_count(a.now)), 0)::int FROM active a) AS active,
	(SELECT coalesce(sum(bit_count(a.before)), 0)::int FROM active a) AS "activeBefore",
	executions.now AS commands, executions.before AS "commandsBefore", executions.errors, channels.list AS channels
FROM week w
	CROSS JOIN LATERAL (
		SELECT coalesce(sum(r.joins - r.leaves), 0)::int AS members,
			coalesce(sum(r.joins) FILTER (WHERE r.day >= w.first), 0)::int AS joins,
			coalesce(sum(r.leaves) FILTER (WHERE r.day >= w.first), 0)::int AS leaves
		FROM rollup_membership_daily r WHERE r.guild_id = $1 AND r.day < w.next
	) membership
	CROSS JOIN LATERAL (
		SELECT coalesce(sum(r.messages) FILTER (WHERE r.hour >= w.starts), 0)::int AS now,
			coalesce(sum(r.messages) FILTER (WHERE r.hour < w.starts), 0)::int AS before
		FROM rollup_messages_hourly r WHERE r.guild_id = $1 AND r.hour >= w.began AND r.hour < w.ends
	) messages
	CROSS JOIN LATERAL (
		SELECT coalesce(sum(r.executions) FILTER (WHERE r.hour >= w.starts), 0)::int AS now,
			coalesce(sum(r.executions) FILTER (WHERE r.hour < w.starts), 0)::int AS before,
			coalesce(sum(r.errors) FILTER (WHERE r.hour >= w.starts), 0)::int AS errors
		FROM rollup_executions_hourly r WHERE r.guild_id = $1 AND r.hour >= w.began AND r.hour < w.ends
	) executions
	CROSS JOIN LATERAL (
		SELECT coalesce(json_agg(json_build_object('id', c.id::text, 'messages', c.messages)
			ORDER BY c.messages DESC, c.id), '[]') AS list
		FROM (
			SELECT r.channel_id AS id, sum(r.messages)::int AS messages
			FROM rollup_channel_daily r
			WHERE r.guild_id = $1 AND r.day >= w.first AND r.day < w.next AND app.is_open_channel($1, r.channel_id)
			GROUP BY r.channel_id HAVING sum(r.messages) > 0
			ORDER BY sum(r.messages) DESC, r.channel_id LIMIT ${places}
		) c
	) channels`;

/**
 * The figures of a week and of the one before.
 * @param monday `YYYY-MM-DD`
 * @param timeZone the server's
 */
export async function weekFigures(
	db: Db,
	guildId: string,
	monday: string,
	timeZone: string,
): Promise<WeekFigures> {
	const [figures] = await db.rows<WeekFigures>(query, [guildId, monday, timeZone]);
	if (figures === undefined) throw new Error(`no figures of the week of ${monday}`);
	return figures;
}
