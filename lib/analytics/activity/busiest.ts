import "server-only";
import { monthsAndEdges } from "@/lib/analytics/period/month-edges";
import { type Dates, monthAfter, monthPieces } from "@/lib/analytics/period/pieces";
import type { GuildScope } from "@/lib/auth/scope";
import { join, type Sql, sql } from "@/lib/db/sql";

export type BusyMember = {
	id: string;
	name: string;
	avatar: string | null;
	messages: number;
	/** Of the period before; null where there is none. */
	previous: number | null;
};

type Asked = {
	/** Days of UTC. */
	period: Dates;
	before: Dates | null;
	/** How many members at most. */
	places: number;
};

/** People, bots aside: a condition on `c.user_id`, looked up for each; as NOT EXISTS it would be joined with all bots. */
export const isPerson = sql`(SELECT u.bot FROM discord_users u WHERE u.id = c.user_id) IS NOT TRUE`;

/**
 * The people who wrote most, bots aside, by days of UTC. Needs level 5: below, the rows do not exist.
 *
 * Whoever has a place wrote at least as much as the last of any so many members, and at least their share of it, divided
 * by the months touched, in one of these. So some of the busiest in single months are counted first, and then only other
 * members with a busy enough month, not everybody who wrote. Each person is looked up once (`OFFSET 0`), however many months they
 * are found in.
 */
export function busiestPeople(guild: GuildScope, asked: Asked): Promise<BusyMember[]> {
	const { period, before, places } = asked;
	const { touched } = monthPieces(period);
	const probes = 3 * places;
	// As an array: of a series the planner expects 1,000 months, and plans anew each time.
	const inMonth = sql`unnest(${monthsFrom(touched)}::date[]) AS g (month)
		CROSS JOIN LATERAL (SELECT r.user_id, r.messages FROM rollup_member_monthly r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.month = g.month`;
	return guild.rows<BusyMember>(sql`
		WITH probe AS MATERIALIZED (
			SELECT c.user_id
			FROM (SELECT l.user_id FROM ${inMonth} ORDER BY r.magnitude DESC LIMIT ${probes}) l
				GROUP BY l.user_id ORDER BY sum(l.messages) DESC OFFSET 0) c
			WHERE ${isPerson} LIMIT ${probes}
		), known AS MATERIALIZED (
			SELECT c.user_id, s.messages FROM probe c CROSS JOIN LATERAL ${written(guild, period)} s
		), bound AS MATERIALIZED (
			SELECT floor(ln(greatest(coalesce(min(b.messages), 0) / ${touched.count}::float8, 1)) / ln(2::float8))::smallint
				AS magnitude
			FROM (SELECT k.messages FROM known k ORDER BY k.messages DESC OFFSET ${places - 1} LIMIT 1) b
		), candidate AS MATERIALIZED (
			SELECT c.user_id
			FROM (SELECT DISTINCT l.user_id
				FROM ${inMonth} AND r.magnitude >= (SELECT b.magnitude FROM bound b) OFFSET 0) l
				WHERE l.user_id <> ALL (ARRAY(SELECT k.user_id FROM known k)) OFFSET 0) c
			WHERE ${isPerson}
		), first AS MATERIALIZED (
			SELECT c.user_id, c.messages
			FROM (
				SELECT k.user_id, k.messages FROM known k
				UNION ALL
				SELECT c.user_id, s.messages FROM candidate c CROSS JOIN LATERAL ${written(guild, period)} s) c
			WHERE c.messages > 0
			ORDER BY c.messages DESC, c.user_id
			LIMIT ${places}
		)
		${shown(guild, before)}`);
}

/** Members whose messages are known, with their names and what they wrote before; in the order of their messages. */
export function withNames(
	guild: GuildScope,
	members: readonly Pick<BusyMember, "id" | "messages">[],
	before: Dates | null,
): Promise<BusyMember[]> {
	return guild.rows<BusyMember>(sql`
		WITH first AS MATERIALIZED (
			SELECT * FROM unnest(${members.map(({ id }) => id)}::bigint[], ${members.map(({ messages }) => messages)}::int[])
				AS c (user_id, messages)
		)
		${shown(guild, before)}`);
}

/** What is shown of the members in `first`. */
function shown(guild: GuildScope, before: Dates | null): Sql {
	return sql`SELECT c.user_id AS id, coalesce(m.nick, u.global_name, u.username, c.user_id::text) AS name, u.avatar,
			c.messages, p.messages AS previous
		FROM first c
			CROSS JOIN LATERAL ${before === null ? sql`(SELECT NULL::int AS messages)` : written(guild, before)} p
			LEFT JOIN discord_users u ON u.id = c.user_id
			LEFT JOIN discord_guild_members m ON m.guild_id = ${guild.guildId}::bigint AND m.user_id = c.user_id
		ORDER BY c.messages DESC, c.user_id`;
}

/** The first days of the months from one to another. */
function monthsFrom({ first, last }: Dates): string[] {
	const months: string[] = [];
	for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
	return months;
}

/** How many messages `c.user_id` wrote in a period: a sub-select of one row. */
function written(guild: GuildScope, period: Dates): Sql {
	const { months, edges } = monthsAndEdges(period);
	const edge = edges.map(({ first, last, sign }) => sql`(${first}::date, ${last}::date, ${sign}::int)`);
	return sql`(SELECT (
		(SELECT coalesce(sum(r.messages), 0) FROM rollup_member_monthly r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.user_id = c.user_id
				AND r.month BETWEEN ${months.first}::date AND ${months.last}::date)
		+ (SELECT coalesce(sum(e.sign * d.messages), 0)
			FROM (VALUES ${join(edge)}) AS e (first, last, sign) CROSS JOIN LATERAL (
				SELECT r.messages FROM rollup_member_daily r
				WHERE r.guild_id = ${guild.guildId}::bigint AND r.user_id = c.user_id
					AND r.day BETWEEN e.first AND e.last OFFSET 0) d))::int AS messages OFFSET 0)`;
}
