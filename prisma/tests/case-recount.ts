/**
 * A statement that counts what the cases opened in a window add up to from the cases alone, without any rollup: the
 * figures of the moderation tab, by their names there.
 * @param guild its id in SQL
 * @param edges ISO instants: the beginning of each point, and the end of the last
 * @param fits a condition on a case `c`: whether it counts
 */
export function caseRecount(guild: string, edges: readonly string[], fits = "true"): string {
	const begins = `'{${edges.slice(0, -1).join(",")}}'::timestamptz[]`;
	const [from, to] = [edges[0], edges.at(-1)];
	return `
		WITH refused AS MATERIALIZED (${refusedCases(guild)}), lifted AS MATERIALIZED (${liftedCases(guild)}),
		opened AS MATERIALIZED (${openedCases(guild)} AND ${fits} AND c.created_at >= '${from}' AND c.created_at < '${to}'),
		placed AS MATERIALIZED (SELECT o.*, width_bucket(o.at, ${begins}) AS point FROM opened o)
		SELECT
			(SELECT coalesce(json_agg(k ORDER BY k.key, k.point), '[]') FROM (
				SELECT p.type AS key, p.point, count(*)::int AS cases FROM placed p WHERE NOT p.voided GROUP BY 1, 2) k) AS types,
			(SELECT coalesce(json_agg(k ORDER BY k.point NULLS FIRST), '[]') FROM (
				SELECT p.point, count(*)::int AS ended, percentile_disc(0.5) WITHIN GROUP (ORDER BY p.seconds) AS median,
					percentile_disc(0.9) WITHIN GROUP (ORDER BY p.seconds) AS p90
				FROM placed p WHERE p.seconds IS NOT NULL GROUP BY GROUPING SETS ((), (p.point))) k) AS times,
			(SELECT json_build_object('voided', count(*) FILTER (WHERE o.voided), 'lifted', count(*) FILTER (WHERE o.lifted))
				FROM opened o) AS reversals,
			(SELECT coalesce(json_object_agg(k.source, k.cases), '{}') FROM (
				SELECT o.source, count(*)::int AS cases FROM opened o WHERE NOT o.voided GROUP BY 1) k) AS sources,
			(SELECT coalesce(json_agg(k ORDER BY k.cases DESC, k.moderator), '[]') FROM (
				SELECT o.moderator, count(*) FILTER (WHERE NOT o.voided) AS cases, count(*) FILTER (WHERE o.voided) AS voided,
					count(*) FILTER (WHERE o.lifted) AS lifted,
					count(*) FILTER (WHERE o.source = 'automatic' AND NOT o.voided) AS automatic
				FROM opened o GROUP BY 1) k) AS moderators,
			(SELECT json_build_object('members', count(*), 'repeated', count(*) FILTER (WHERE m.cases >= 2))
				FROM (${casesOfMembers}) m) AS repeat,
			(SELECT coalesce(json_agg(k ORDER BY k.cases DESC, k.member), '[]') FROM (
				SELECT m.member, m.cases FROM (${casesOfMembers}) m WHERE m.cases >= 2
				ORDER BY m.cases DESC, m.member LIMIT 10) k) AS repeaters,
			(SELECT json_agg(k.open ORDER BY k.place) FROM (
				SELECT e.place, count(*) FILTER (WHERE c.created_at < least(e.edge, now()))
					- count(*) FILTER (WHERE ${ended} < least(e.edge, now())) AS open
				FROM unnest('{${edges.slice(1).join(",")}}'::timestamptz[]) WITH ORDINALITY AS e (edge, place)
					LEFT JOIN cases c ON c.guild_id = ${guild} AND NOT c.is_deleted AND ${fits}
				GROUP BY 1) k) AS open`;
}

/** What the statement answers; `open` at the end of each point. */
export type RecountedCases = {
	types: { key: string; point: number; cases: number }[];
	times: { point: number | null; ended: number; median: number | null; p90: number | null }[];
	reversals: { voided: number; lifted: number };
	sources: Record<string, number>;
	moderators: { moderator: number; cases: number; voided: number; lifted: number; automatic: number }[];
	repeat: { members: number; repeated: number };
	repeaters: { member: number; cases: number }[];
	open: number[];
};

const over = `least(c.case_expires_at,
	CASE WHEN NOT c.case_status THEN coalesce(c.resolved_at, c.voided_at, c.updated_at) END)`;

const ended = `CASE WHEN ${over} IS NOT NULL THEN greatest(${over}, c.created_at) END`;

/** What Discord did not do: the newest of its own orders failed, or the case alone says so; and its log is silent. */
const refusedCases = (guild: string) => `
	SELECT c.case_id
	FROM cases c LEFT JOIN LATERAL (
		SELECT count(*) AS placed,
			array_agg(o.state) FILTER (WHERE CASE WHEN c.case_type = 'UNBAN' THEN o.kind = 'unban' ELSE o.kind <> 'unban' END) AS own
		FROM discord_orders o WHERE o.case_id = c.case_id) o ON true
	WHERE c.guild_id = ${guild} AND c.order_state = 'failed' AND c.audit_log_entry_id IS NULL
		AND (o.placed = 0 OR 'done' <> ALL (o.own))`;

/** The newest standing ban, timeout or jail of the member when its lifting was written down, if its time had not run out. */
const liftedCases = (guild: string) => `
	SELECT DISTINCT k.case_id
	FROM cases l CROSS JOIN LATERAL (
		SELECT c.case_id, c.case_expires_at FROM cases c
		WHERE c.guild_id = l.guild_id AND c.case_user_id = l.case_user_id AND NOT c.is_deleted
			AND c.case_type = ANY (CASE l.case_type WHEN 'UNBAN' THEN ARRAY['BAN', 'HACKBAN', 'TEMPBAN']
				WHEN 'UNTIMEOUT' THEN ARRAY['TIMEOUT'] ELSE ARRAY['JAIL'] END)
			AND c.created_at < l.created_at AND c.voided_at IS NULL AND c.case_id NOT IN (SELECT r.case_id FROM refused r)
		ORDER BY c.created_at DESC, c.case_id DESC LIMIT 1) k
	WHERE l.guild_id = ${guild} AND l.case_type IN ('UNBAN', 'UNTIMEOUT', 'UNJAIL') AND NOT l.is_deleted
		AND l.voided_at IS NULL AND l.case_id NOT IN (SELECT r.case_id FROM refused r)
		AND (k.case_expires_at IS NULL OR k.case_expires_at > l.created_at)`;

const openedCases = (guild: string) => `
	SELECT c.created_at AS at, coalesce(c.case_type, 'custom:' || c.custom_case_type_id) AS type,
		c.case_moderator_id AS moderator, c.case_user_id AS member, c.voided_at IS NOT NULL AS voided,
		c.case_id IN (SELECT l.case_id FROM lifted l) AS lifted,
		coalesce(c.case_type IN ('UNBAN', 'UNTIMEOUT', 'UNJAIL'), false) AS lifts,
		CASE WHEN EXISTS (SELECT FROM discord_users u WHERE u.id = c.case_moderator_id AND u.bot) THEN 'automatic'
			WHEN c.case_metadata ->> 'source' IS NULL THEN 'command'
			WHEN c.case_metadata ->> 'source' = 'dashboard' THEN 'dashboard'
			WHEN c.case_metadata ->> 'source' = 'audit_log' THEN 'discord'
			ELSE 'automatic' END AS source,
		CASE WHEN c.voided_at IS NULL AND c.case_id NOT IN (SELECT r.case_id FROM refused r)
			AND ${over} BETWEEN c.created_at AND now()
			AND (c.case_type IN ('KICK', 'UNBAN', 'UNTIMEOUT', 'UNJAIL')) IS NOT TRUE
			THEN extract(epoch FROM ${over} - c.created_at)::float8 END AS seconds
	FROM cases c WHERE c.guild_id = ${guild} AND NOT c.is_deleted`;

const casesOfMembers = `
	SELECT o.member, count(*)::int AS cases FROM opened o WHERE NOT o.voided AND NOT o.lifts GROUP BY o.member`;
