import type pg from "pg";
import { PEOPLE, type Pick } from "./rollup-steps";

/** Everything that a bot may do to cases of members 5000001 …; each step touches several, chosen by `pick`. */
export function caseSteps(bot: pg.Pool, guilds: readonly string[]): ((pick: Pick) => Promise<unknown>)[] {
	const guildOf = (pick: Pick) => guilds[pick(guilds.length)];
	const some = (change: string, most: number) => (pick: Pick) =>
		bot.query(`UPDATE cases SET ${change} WHERE case_id % $1 = $2`, [most, pick(most)]);
	return [
		(pick) =>
			bot.query(
				`INSERT INTO custom_case_types (guild_id, type_name, display_name) VALUES ($1, 't' || $2, 'T')
				ON CONFLICT DO NOTHING`,
				[guildOf(pick), pick(3)],
			),
		(pick) =>
			bot.query(
				`INSERT INTO cases (guild_id, case_type, custom_case_type_id, case_reason, case_moderator_id, case_user_id,
					created_at, case_expires_at, case_status, resolved_at, case_metadata)
				SELECT $1, CASE WHEN n.custom IS NULL THEN n.type END, n.custom, 'r', 5000001 + (n.n * $2) % 4,
					5000001 + (n.n * 7 + $2) % ($3 / 2), t.at,
					CASE WHEN n.n % 4 = 0 THEN t.at + ((n.n * $2) % 60) * interval '1 day' END, n.n % 3 > 0,
					CASE WHEN n.n % 6 = 0 THEN t.at + $2 * interval '29 minutes' END,
					(ARRAY['{"source": "dashboard"}', '{"source": "audit_log"}', '{"source": "automod"}', '{}', NULL])[1 + (n.n + $2) % 5]::jsonb
				FROM (
					SELECT n, (ARRAY['BAN', 'UNBAN', 'TIMEOUT', 'UNTIMEOUT', 'WARN', 'JAIL', 'TEMPBAN', 'UNJAIL', 'KICK',
						'HACKBAN', 'UNBAN'])[1 + (n * $4) % 11] AS type,
						CASE WHEN n % 9 = 0 THEN (SELECT min(k.id) FROM custom_case_types k WHERE k.guild_id = $1) END AS custom
					FROM generate_series(1, 22) n) n
					CROSS JOIN LATERAL (SELECT date_trunc('hour', now()) - (n.n * $5) % 1700 * interval '1 hour' AS at) t`,
				[guildOf(pick), pick(90), PEOPLE, 1 + pick(10), 1 + pick(200)],
			),
		some("case_status = false, resolved_at = created_at + interval '50 hours'", 5),
		some("case_status = false, voided_at = created_at + interval '7 hours'", 9),
		some("case_status = true, voided_at = NULL, resolved_at = NULL", 11),
		some("is_deleted = NOT is_deleted", 8),
		some("case_expires_at = created_at + interval '3 days'", 7),
		some("created_at = created_at - interval '31 hours'", 6),
		some("case_moderator_id = 5000004, case_user_id = case_user_id + 1", 13),
		some("case_type = 'TIMEOUT', custom_case_type_id = NULL, case_metadata = NULL", 12),
		some("order_state = CASE order_state WHEN 'failed' THEN 'done' ELSE 'failed' END", 10),
		some("case_expires_at = created_at - interval '2 days'", 12),
		some("case_expires_at = 'infinity'", 14),
		some("audit_log_entry_id = case_id + 5000000", 12),
		(pick) =>
			bot.query(
				`INSERT INTO discord_orders (guild_id, case_id, kind, state, failure, finished_at, idempotency_key)
				SELECT c.guild_id, c.case_id, t.kind, t.state, CASE t.state WHEN 'failed' THEN 'not_banned' END, now(), gen_random_uuid()
				FROM cases c CROSS JOIN LATERAL (
					SELECT (ARRAY['ban', 'unban', 'timeout'])[1 + (c.case_id + $1) % 3] AS kind,
						(ARRAY['done', 'failed', 'failed'])[1 + (c.case_id + $2) % 3] AS state) t
				WHERE c.case_type IS NOT NULL AND c.case_id % 8 = $3`,
				[pick(3), pick(3), pick(8)],
			),
		(pick) => bot.query("DELETE FROM cases WHERE case_id % 15 = $1", [pick(15)]),
	];
}
