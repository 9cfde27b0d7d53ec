import "server-only";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";
import { andNarrowed, type Narrowed } from "./narrowed-cases";
import { wholeMonths } from "./pieces";
import type { ByModerator, CaseSource, Reversals } from "./schema";
import { openedDuring } from "./types";

/** How many moderators the list holds. */
const places = 50;

/** What the cases opened in a window add up to. What a case was lifted by may have come after the window. */
export type CaseTallies = { reversals: Reversals; sources: { source: CaseSource; cases: number }[] };

type Moderators = { moderators: Omit<ByModerator, "appeals">[] };

/** What was taken back, and where the cases came from. */
export function caseTallies(guild: GuildScope, window: Window, narrowed: Narrowed): Promise<CaseTallies> {
	const pieces = piecesOf(guild, window, narrowed);
	return tallied<CaseTallies>(guild, pieces, sql`${reversed} AS reversals, ${bySource} AS sources`);
}

/** The same with those who opened the cases, the busiest first. */
export function caseTalliesByModerator(
	guild: GuildScope,
	window: Window,
	narrowed: Narrowed,
): Promise<CaseTallies & Moderators> {
	return tallied<CaseTallies & Moderators>(
		guild,
		piecesOf(guild, window, narrowed),
		sql`${reversed} AS reversals, ${bySource} AS sources, ${byModerator(guild)} AS moderators`,
	);
}

/**
 * One row for each moderator, type and source: whole months from their counts, the cases themselves around them. What a
 * bot's account did is no person's deed; who is a bot is looked up for each moderator once.
 */
async function tallied<T>(guild: GuildScope, pieces: Sql, asked: Sql): Promise<T> {
	const figures = await guild.one<T>(sql`
		WITH counted AS MATERIALIZED (
			SELECT p.moderator_id AS moderator, p.type, p.source, sum(p.cases)::int AS cases,
				sum(p.voided)::int AS voided, sum(p.lifted)::int AS lifted
			FROM (${pieces}) p
			GROUP BY 1, 2, 3 HAVING sum(p.cases) > 0 OR sum(p.voided) > 0
		), bot AS MATERIALIZED (
			SELECT k.moderator FROM (SELECT DISTINCT c.moderator FROM counted c OFFSET 0) k
			WHERE (SELECT u.bot FROM discord_users u WHERE u.id = k.moderator)
		), tally AS MATERIALIZED (
			SELECT c.moderator, c.type, c.cases, c.voided, c.lifted,
				CASE WHEN c.moderator IN (SELECT b.moderator FROM bot b) THEN 'automatic' ELSE c.source END AS source
			FROM counted c)
		SELECT ${asked}`);
	if (figures === undefined) throw new Error("an aggregate without a row");
	return figures;
}

function piecesOf(guild: GuildScope, window: Window, narrowed: Narrowed): Sql {
	const { months, rest } = wholeMonths(window);
	return sql`
		SELECT r.moderator_id, r.type, r.source, r.cases, r.voided, r.lifted FROM rollup_cases_monthly r
		WHERE r.guild_id = ${guild.guildId}::bigint
			AND r.month BETWEEN ${months?.first ?? null}::date AND ${months?.last ?? null}::date
			${andNarrowed(narrowed, sql`r`)}
		UNION ALL
		SELECT c.moderator_id, c.type, c.source, (NOT c.voided)::int, c.voided::int, c.lifted::int
		FROM ${openedDuring(guild, rest, narrowed)}`;
}

const reversed = sql`(
	SELECT json_build_object('voided', coalesce(sum(t.voided), 0), 'lifted', coalesce(sum(t.lifted), 0)) FROM tally t)`;

const bySource = sql`(
	SELECT coalesce(json_agg(k), '[]') FROM (
		SELECT t.source, sum(t.cases)::int AS cases FROM tally t GROUP BY 1 HAVING sum(t.cases) > 0) k)`;

const byModerator = (guild: GuildScope) => sql`(
	SELECT coalesce(json_agg(json_build_object(
		'person', ${personOf(sql`${guild.guildId}::bigint`, sql`k.moderator`)}, 'cases', k.cases, 'voided', k.voided,
		'lifted', k.lifted, 'automatic', k.automatic, 'types', k.types) ORDER BY k.cases DESC, k.moderator), '[]')
	FROM (
		SELECT m.moderator, sum(m.cases)::int AS cases, sum(m.voided)::int AS voided, sum(m.lifted)::int AS lifted,
			sum(m.automatic)::int AS automatic,
			coalesce(json_object_agg(m.type, m.cases) FILTER (WHERE m.cases > 0), '{}') AS types
		FROM (
			SELECT t.moderator, t.type, sum(t.cases)::int AS cases, sum(t.voided) AS voided, sum(t.lifted) AS lifted,
				coalesce(sum(t.cases) FILTER (WHERE t.source = 'automatic'), 0) AS automatic
			FROM tally t GROUP BY 1, 2) m
		GROUP BY m.moderator
		ORDER BY sum(m.cases) DESC, m.moderator LIMIT ${places}) k)`;
