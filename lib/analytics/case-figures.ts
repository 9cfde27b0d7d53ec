import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { momentaryTypes } from "@/lib/cases/kinds";
import { type Sql, sql } from "@/lib/db/sql";
import { personOf } from "@/lib/guilds/people";
import type { ByModerator, CaseSource, Moderation, Repeat, Reversals, Times } from "./moderation-schema";
import { pointOf, within } from "./points";
import type { Window } from "./schema";

/** How many people a list holds. */
const mostPeople = { moderators: 50, repeaters: 10 };

/** What the cases opened in a window add up to. */
export type CaseFigures = {
	types: { key: string; point: number; cases: number }[];
	times: (Times & { point: number | null })[];
	reversals: Reversals;
	sources: { source: CaseSource; cases: number }[];
	moderators: Omit<ByModerator, "appeals">[];
	repeat: Repeat;
	repeaters: Moderation["repeaters"];
};

/**
 * Everything that is counted of the cases opened in a window, in one pass over them. What a case was lifted by may have
 * come after the window.
 */
export async function caseFigures(guild: GuildScope, window: Window): Promise<CaseFigures> {
	const figures = await guild.one<CaseFigures>(sql`
		WITH lifted AS MATERIALIZED (${liftedSince(guild, window)}),
		opened AS MATERIALIZED (${openedIn(guild, window)})
		SELECT ${byType} AS types, ${timesToEnd} AS times, ${reversed} AS reversals, ${bySource} AS sources,
			${byModerator(guild)} AS moderators, ${repeatedly} AS repeat, ${mostRepeated(guild)} AS repeaters`);
	if (figures === undefined) throw new Error("an aggregate without a row");
	return figures;
}

/**
 * Cases that somebody lifted before their time had run out: the newest ban, timeout or jail of the member when an unban,
 * the end of a timeout or of a jail was written down.
 */
function liftedSince(guild: GuildScope, { from }: Window): Sql {
	return sql`
		SELECT DISTINCT k.case_id
		FROM cases l CROSS JOIN LATERAL (
			SELECT c.case_id, c.case_expires_at FROM cases c
			WHERE c.guild_id = ${guild.guildId}::bigint AND c.case_user_id = l.case_user_id AND NOT c.is_deleted
				AND c.case_type = ANY (CASE l.case_type WHEN 'UNBAN' THEN ARRAY['BAN', 'HACKBAN', 'TEMPBAN']
					WHEN 'UNTIMEOUT' THEN ARRAY['TIMEOUT'] ELSE ARRAY['JAIL'] END)
				AND c.created_at < l.created_at
			ORDER BY c.created_at DESC, c.case_id DESC LIMIT 1) k
		WHERE l.guild_id = ${guild.guildId}::bigint AND l.case_type IN ('UNBAN', 'UNTIMEOUT', 'UNJAIL')
			AND NOT l.is_deleted AND l.voided_at IS NULL AND l.order_state <> 'failed'
			AND l.created_at >= ${from}::timestamptz
			AND (k.case_expires_at IS NULL OR k.case_expires_at > l.created_at)`;
}

/** One row a case. Seconds until its end: of cases that last, that Discord carried out, and that have ended. */
function openedIn(guild: GuildScope, window: Window): Sql {
	return sql`
		SELECT ${pointOf(window, sql`c.created_at`)} AS point, c.created_at AS at,
			coalesce(c.case_type, 'custom:' || c.custom_case_type_id) AS type, c.case_moderator_id AS moderator,
			c.case_user_id AS member, c.voided_at IS NOT NULL AS voided,
			c.voided_at IS NULL AND l.case_id IS NOT NULL AS lifted, ${sourceOfCase} AS source,
			coalesce(c.case_type IN ('UNBAN', 'UNTIMEOUT', 'UNJAIL'), false) AS lifts,
			CASE WHEN c.voided_at IS NULL AND c.order_state <> 'failed'
				AND c.case_type = ANY (${[...momentaryTypes]}::text[]) IS NOT TRUE AND e.ended <= now()
				THEN extract(epoch FROM e.ended - c.created_at)::float8 END AS seconds
		FROM cases c
			LEFT JOIN lifted l ON l.case_id = c.case_id
			LEFT JOIN discord_users u ON u.id = c.case_moderator_id
			CROSS JOIN LATERAL (
				SELECT least(c.case_expires_at,
					CASE WHEN NOT c.case_status THEN coalesce(c.resolved_at, c.updated_at) END) AS ended) e
		WHERE c.guild_id = ${guild.guildId}::bigint AND NOT c.is_deleted AND ${within(window, sql`c.created_at`)}`;
}

/** What a bot's account did, and what came from a rule of the bot, is no person's deed. */
const sourceOfCase = sql`
	CASE WHEN coalesce(u.bot, false) THEN 'automatic'
		WHEN c.case_metadata ->> 'source' IS NULL THEN 'command'
		WHEN c.case_metadata ->> 'source' = 'dashboard' THEN 'dashboard'
		WHEN c.case_metadata ->> 'source' = 'audit_log' THEN 'discord'
		ELSE 'automatic' END`;

const byType = sql`(
	SELECT coalesce(json_agg(k), '[]') FROM (
		SELECT o.type AS key, o.point, count(*)::int AS cases FROM opened o WHERE NOT o.voided GROUP BY 1, 2) k)`;

const timesToEnd = sql`(
	SELECT coalesce(json_agg(k), '[]') FROM (
		SELECT o.point, count(*)::int AS ended, percentile_disc(0.5) WITHIN GROUP (ORDER BY o.seconds) AS median,
			percentile_disc(0.9) WITHIN GROUP (ORDER BY o.seconds) AS p90
		FROM opened o WHERE o.seconds IS NOT NULL GROUP BY GROUPING SETS ((), (o.point))) k)`;

const reversed = sql`(
	SELECT json_build_object('voided', count(*) FILTER (WHERE o.voided), 'lifted', count(*) FILTER (WHERE o.lifted))
	FROM opened o)`;

const bySource = sql`(
	SELECT coalesce(json_agg(k), '[]') FROM (
		SELECT o.source, count(*)::int AS cases FROM opened o WHERE NOT o.voided GROUP BY 1) k)`;

const byModerator = (guild: GuildScope) => sql`(
	SELECT coalesce(json_agg(json_build_object(
		'person', ${personOf(sql`${guild.guildId}::bigint`, sql`k.moderator`)}, 'cases', k.cases, 'voided', k.voided,
		'lifted', k.lifted, 'automatic', k.automatic, 'types', k.types) ORDER BY k.cases DESC, k.moderator), '[]')
	FROM (
		SELECT t.moderator, sum(t.cases)::int AS cases, sum(t.voided)::int AS voided, sum(t.lifted)::int AS lifted,
			sum(t.automatic)::int AS automatic,
			coalesce(json_object_agg(t.type, t.cases) FILTER (WHERE t.cases > 0), '{}') AS types
		FROM (
			SELECT o.moderator, o.type, count(*) FILTER (WHERE NOT o.voided) AS cases,
				count(*) FILTER (WHERE o.voided) AS voided, count(*) FILTER (WHERE o.lifted) AS lifted,
				count(*) FILTER (WHERE o.source = 'automatic' AND NOT o.voided) AS automatic
			FROM opened o GROUP BY 1, 2) t
		GROUP BY t.moderator
		ORDER BY sum(t.cases) DESC, t.moderator LIMIT ${mostPeople.moderators}) k)`;

/** Lifting something is no measure against a member. */
const byMember = sql`
	SELECT o.member, count(*)::int AS cases, max(o.at) AS last
	FROM opened o WHERE NOT o.voided AND NOT o.lifts GROUP BY o.member`;

const repeatedly = sql`(
	SELECT json_build_object('members', count(*), 'repeated', count(*) FILTER (WHERE m.cases >= 2))
	FROM (${byMember}) m)`;

const mostRepeated = (guild: GuildScope) => sql`(
	SELECT coalesce(json_agg(json_build_object(
		'person', ${personOf(sql`${guild.guildId}::bigint`, sql`k.member`)}, 'cases', k.cases,
		'lastAt', to_char(k.last AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
		ORDER BY k.cases DESC, k.member), '[]')
	FROM (
		SELECT m.* FROM (${byMember}) m WHERE m.cases >= 2
		ORDER BY m.cases DESC, m.member LIMIT ${mostPeople.repeaters}) k)`;
