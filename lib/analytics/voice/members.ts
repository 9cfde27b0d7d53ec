import "server-only";
import { isPerson } from "@/lib/analytics/activity/busiest";
import { botsOf } from "@/lib/analytics/bots";
import { monthPieces } from "@/lib/analytics/period/pieces";
import type { MemberKind, Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import type { VoiceMember } from "./schema";
import { secondsIn, timeInVoice } from "./time";

/** How many the ranking shows. */
const places = 10;

/** How many of each month or year are looked at to learn how long the last in the ranking was there at least. */
const probes = 3 * places;

/** Above so many months, members are found by their years: more of somebody's time lies in one of those. */
const mostMonths = 3;

/** Whose time in voice is asked for: in one channel, or of one kind. */
export type InVoice = { channel?: string | undefined; kind?: MemberKind | undefined };

/**
 * Those who were in voice longest, or in one channel of it, bots aside unless they are asked for. Needs level 5: below, the
 * rows do not exist.
 */
export function longestInVoice(
	guild: GuildScope,
	{ current, comparison }: Pick<Period, "current" | "comparison">,
	{ channel, kind }: InVoice,
): Promise<Omit<VoiceMember, "share">[]> {
	const time = (window: Window) =>
		channel === undefined
			? timeInVoice(guild, window, sql`l.user_id`)
			: sql`SELECT coalesce(sum(${secondsIn(window)}), 0) AS seconds FROM discord_voice_states v
				WHERE ${inChannel(guild, channel, window)} AND v.user_id = l.user_id`;
	return guild.rows<Omit<VoiceMember, "share">>(sql`
		WITH ${longest(guild, current, { channel, kind })}
		SELECT l.user_id AS id, coalesce(m.nick, u.global_name, u.username, l.user_id::text) AS name, u.avatar,
			l.seconds, l.sessions, before.seconds AS previous
		FROM longest l
			CROSS JOIN LATERAL (${comparison === null ? sql`SELECT NULL::float8 AS seconds` : time(comparison)}) before
			LEFT JOIN discord_users u ON u.id = l.user_id
			LEFT JOIN discord_guild_members m ON m.guild_id = ${guild.guildId}::bigint AND m.user_id = l.user_id
		ORDER BY l.seconds DESC, l.user_id`);
}

function longest(guild: GuildScope, window: Window, { channel, kind }: InVoice): Sql {
	if (channel !== undefined) return longestIn(guild, channel, window);
	return kind === "bots" ? longestOfBots(guild, window) : longestEverywhere(guild, window);
}

/** How many are in voice at this moment. Needs level 5: below, the rows do not exist. */
export async function inVoiceNow(guild: GuildScope, { channel, kind }: InVoice): Promise<number> {
	const row = await guild.one<{ members: number }>(sql`
		SELECT count(DISTINCT v.user_id)::int AS members FROM discord_voice_states v
		WHERE v.guild_id = ${guild.guildId}::bigint AND v.left_at IS NULL
			${channel === undefined ? empty : sql`AND v.channel_id = ${channel}::bigint`}
			${kind === undefined ? empty : sql`AND (v.user_id IN (${botsOf(guild)})) = ${kind === "bots"}`}`);
	return row?.members ?? 0;
}

/**
 * Whoever has a place was there at least as long as the last of any so many members, and at least their share of it, divided
 * by the months or years touched, in one of these. So only members with a long enough month or year are added up, not
 * everybody who was there.
 */
function longestEverywhere(guild: GuildScope, window: Window): Sql {
	const { span, units, count } = unitsOf(window);
	const inUnit = sql`FROM rollup_voice_members r
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.span = ${span} AND r.first = g.unit::date`;
	const added = (of: Sql) => sql`SELECT l.user_id, t.seconds, t.sessions
		FROM ${of} l CROSS JOIN LATERAL (${timeInVoice(guild, window, sql`l.user_id`)} OFFSET 0) t WHERE t.seconds > 0`;
	return sql`probe AS MATERIALIZED (
			SELECT DISTINCT o.user_id
			FROM ${units} CROSS JOIN LATERAL (SELECT r.user_id ${inUnit} ORDER BY r.seconds DESC LIMIT ${probes}) o
		), bound AS MATERIALIZED (
			SELECT floor(coalesce(min(b.seconds), 0) / ${count}::float8)::bigint AS seconds
			FROM (${peopleFirst(added(sql`probe`))} OFFSET ${places - 1} LIMIT 1) b
		), candidate AS MATERIALIZED (
			SELECT DISTINCT o.user_id
			FROM ${units} CROSS JOIN LATERAL (
				SELECT r.user_id ${inUnit} AND r.seconds >= (SELECT b.seconds FROM bound b) OFFSET 0) o
		), longest AS MATERIALIZED (${peopleFirst(added(sql`candidate`))} LIMIT ${places})`;
}

/** Of bots, of whom there are few: all are added up. */
function longestOfBots(guild: GuildScope, window: Window): Sql {
	return sql`longest AS MATERIALIZED (
		SELECT b.user_id, t.seconds, t.sessions
		FROM (${botsOf(guild)}) b CROSS JOIN LATERAL (${timeInVoice(guild, window, sql`b.user_id`)} OFFSET 0) t
		WHERE t.seconds > 0 ORDER BY t.seconds DESC, b.user_id LIMIT ${places})`;
}

/** In one channel, from the sessions themselves: members are not counted by channels. */
function longestIn(guild: GuildScope, channel: string, window: Window): Sql {
	return sql`longest AS MATERIALIZED (${peopleFirst(sql`
		SELECT v.user_id, sum(${secondsIn(window)}) AS seconds,
			(count(*) FILTER (WHERE v.joined_at >= ${window.from}::timestamptz))::int AS sessions
		FROM discord_voice_states v
		WHERE ${inChannel(guild, channel, window)}
		GROUP BY v.user_id HAVING sum(${secondsIn(window)}) > 0`)} LIMIT ${places})`;
}

/** Members with their time, the longest first. Whether somebody is a bot is looked up until there are enough, not for all. */
function peopleFirst(members: Sql): Sql {
	return sql`SELECT c.user_id, c.seconds, c.sessions
		FROM (SELECT a.* FROM (${members}) a ORDER BY a.seconds DESC, a.user_id OFFSET 0) c
		WHERE ${isPerson} ORDER BY c.seconds DESC, c.user_id`;
}

/** Whether session `v` was in a channel, has ended and has time in the window. */
function inChannel(guild: GuildScope, channel: string, { from, to }: Window): Sql {
	return sql`v.guild_id = ${guild.guildId}::bigint AND v.channel_id = ${channel}::bigint
		AND v.joined_at < ${to}::timestamptz AND v.left_at > ${from}::timestamptz`;
}

/** The months of UTC that a window touches, or the years of a longer one, as rows `g (unit)` of their first days. */
function unitsOf({ from, to }: Window): { span: Sql; units: Sql; count: number } {
	const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
	const { touched } = monthPieces({ first: from.slice(0, 10), last });
	const units = (first: string, end: string, step: Sql) =>
		sql`generate_series(${first}::date, ${end}::date, ${step}) AS g (unit)`;
	if (touched.count <= mostMonths)
		return {
			span: sql`'month'`,
			units: units(touched.first, touched.last, sql`interval '1 month'`),
			count: touched.count,
		};
	const year = (day: string) => Number(day.slice(0, 4));
	return {
		span: sql`'year'`,
		units: units(`${year(from)}-01-01`, `${year(last)}-01-01`, sql`interval '1 year'`),
		count: year(last) - year(from) + 1,
	};
}
