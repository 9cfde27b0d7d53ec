import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import { type Active, activeCourse, activeMembers } from "./active-members";
import { writtenPerPoint } from "./activity-hours";
import { readBoth } from "./both";
import { botsOf } from "./bots";
import { type Course, courseOf, without } from "./course";
import { pointOfDay, withinDays } from "./points";
import type { MemberKind, Period, Window } from "./schema";
import { seriesOf } from "./series";

/** Whose figures are asked for: those who hold a role now, people or bots, or both of these. */
export type Chosen = { role: string | null; kind: MemberKind | null };

type ChosenCourses = { messages: Course; active: Course };

/**
 * Messages and active members of some, by days of UTC. Needs level 5: below, the rows do not exist. People are everybody
 * without the bots, of whom there are few.
 */
export async function chosenCourses(
	guild: GuildScope,
	period: Period,
	chosen: Chosen,
): Promise<ChosenCourses> {
	if (chosen.role !== null) return coursesOf(guild, period, holders(guild, chosen.role, chosen.kind));
	const bots = await coursesOf(guild, period, botsOf(guild));
	if (chosen.kind === "bots") return bots;
	return {
		messages: without((await writtenPerPoint(guild, period)).byDate, bots.messages),
		active: without(await activeMembers(guild, period), bots.active),
	};
}

/** A condition on `c.user_id`: whether it is one of those chosen. */
export function isChosen(guild: GuildScope, { role, kind }: Chosen): Sql {
	const isBot = sql`EXISTS (SELECT 1 FROM discord_users u WHERE u.id = c.user_id AND u.bot)`;
	const ofKind = kind === "bots" ? isBot : kind === "people" ? sql`NOT ${isBot}` : sql`true`;
	if (role === null) return ofKind;
	return sql`${ofKind} AND EXISTS (SELECT 1 FROM discord_member_roles mr
		WHERE mr.guild_id = ${guild.guildId}::bigint AND mr.user_id = c.user_id AND mr.role_id = ${role}::bigint)`;
}

function holders(guild: GuildScope, role: string, kind: MemberKind | null): Sql {
	return sql`SELECT c.user_id FROM discord_member_roles c
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.role_id = ${role}::bigint
			AND ${isChosen(guild, { role: null, kind })}`;
}

async function coursesOf(guild: GuildScope, period: Period, people: Sql): Promise<ChosenCourses> {
	const messages = await readBoth(period, (window) => writtenBy(guild, window, people));
	const active = await readBoth(period, (window) => activeAmong(guild, window, people));
	return { messages: courseOf(messages.current, messages.comparison), active: activeCourse(active) };
}

async function writtenBy(guild: GuildScope, window: Window, people: Sql): Promise<number[]> {
	const rows = await guild.rows<{ point: number; messages: number }>(sql`
		SELECT ${pointOfDay(window, sql`r.day`)} AS point, sum(r.messages)::int AS messages
		FROM (${people}) p CROSS JOIN LATERAL (
			SELECT d.day, d.messages FROM rollup_member_daily d
			WHERE d.guild_id = ${guild.guildId}::bigint AND d.user_id = p.user_id AND ${withinDays(window, sql`d.day`)}
			OFFSET 0) r
		GROUP BY 1`);
	return seriesOf(rows, "messages", window.days.length - 1);
}

async function activeAmong(guild: GuildScope, window: Window, people: Sql): Promise<Active> {
	const rows = await guild.rows<{ point: number | null; active: number }>(sql`
		WITH chosen AS MATERIALIZED (
			SELECT o.ordinal / 4096 AS chunk, bit_or(set_bit(0::bit(4096), o.ordinal % 4096, 1)) AS members
			FROM (${people}) p JOIN rollup_member_ordinals o
				ON o.guild_id = ${guild.guildId}::bigint AND o.user_id = p.user_id
			GROUP BY 1
		), parts AS MATERIALIZED (
			SELECT r.chunk, ${pointOfDay(window, sql`r.day`)} AS point, bit_or(r.members) & c.members AS members
			FROM chosen c JOIN rollup_active_members r ON r.guild_id = ${guild.guildId}::bigint AND r.chunk = c.chunk
			WHERE ${withinDays(window, sql`r.day`)}
			GROUP BY r.chunk, 2, c.members
		)
		SELECT p.point, sum(bit_count(p.members))::int AS active FROM parts p GROUP BY p.point
		UNION ALL
		SELECT NULL, coalesce(sum(bit_count(u.members)), 0)::int
		FROM (SELECT bit_or(p.members) AS members FROM parts p GROUP BY p.chunk) u`);
	const points = rows.flatMap(({ point, active }) => (point === null ? [] : [{ point, active }]));
	return {
		active: rows.find(({ point }) => point === null)?.active ?? 0,
		series: seriesOf(points, "active", window.days.length - 1),
	};
}
