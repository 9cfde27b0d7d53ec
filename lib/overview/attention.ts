import "server-only";
import { may } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import { isExpiring, isWaiting } from "@/lib/cases/rows";
import { sql } from "@/lib/db/sql";
import type { AttentionItem } from "./schema";

/** A command is named when at least this many of its uses failed in a week, and at least this share of them. */
const failing = { errors: 3, share: 0.1, named: 3 };

type Waiting = {
	tickets: number;
	oldestTicket: string | null;
	appeals: number;
	oldestAppeal: string | null;
	expiring: number;
	firstExpiry: string | null;
	silentSince: string | null;
};

/** What needs somebody now, most pressing first. What a level may not read is not counted for it. */
export async function attentionItems(guild: GuildScope): Promise<AttentionItem[]> {
	const { level } = guild.actor;
	const [waiting, failures, stray] = await Promise.all([
		waitingCounts(guild),
		may(level, "commands.read") ? failingCommands(guild) : [],
		may(level, "config.write") ? strayRows(guild) : [],
	]);
	const items: AttentionItem[] = [];
	if (waiting?.oldestTicket)
		items.push({ kind: "tickets", count: waiting.tickets, oldest: waiting.oldestTicket });
	if (waiting?.oldestAppeal)
		items.push({ kind: "appeals", count: waiting.appeals, oldest: waiting.oldestAppeal });
	if (waiting?.firstExpiry)
		items.push({ kind: "expiring", count: waiting.expiring, first: waiting.firstExpiry });
	items.push(...failures);
	if (waiting?.silentSince) items.push({ kind: "silent", since: waiting.silentSince });
	items.push(...stray);
	return items;
}

/**
 * Counts of what waits. The bot is silent when it should be there, nothing was recorded for two days, and there had been
 * messages on most days of the two weeks before.
 */
function waitingCounts(guild: GuildScope): Promise<Waiting | undefined> {
	return guild.one<Waiting>(sql`
		SELECT t.count AS tickets, t.oldest AS "oldestTicket", a.count AS appeals, a.oldest AS "oldestAppeal",
			c.count AS expiring, c.first AS "firstExpiry", s.since AS "silentSince"
		FROM (
			SELECT count(*)::int AS count, min(t.forwarded_at) AS oldest
			FROM forwarded_tickets t
			WHERE t.server_id = ${guild.guildId}::bigint AND t.status IN ('pending', 'assigned')) t
			CROSS JOIN (
				SELECT count(*)::int AS count, min(a.created_at) AS oldest
				FROM case_appeals a
				WHERE a.guild_id = ${guild.guildId}::bigint AND ${isWaiting}) a
			CROSS JOIN (
				SELECT count(*)::int AS count, min(c.case_expires_at) AS first
				FROM cases c
				WHERE c.guild_id = ${guild.guildId}::bigint AND NOT c.is_deleted AND ${isExpiring}) c
			LEFT JOIN LATERAL (
				SELECT last.hour AS since
				FROM discord_guilds g
					CROSS JOIN LATERAL (
						SELECT max(r.hour) AS hour FROM rollup_messages_hourly r
						WHERE r.guild_id = ${guild.guildId}::bigint AND r.messages > 0) last
				WHERE g.id = ${guild.guildId}::bigint AND g.joined_at IS NOT NULL AND g.left_at IS NULL
					AND coalesce(g.bot_active, true) AND last.hour < now() - interval '2 days'
					AND (SELECT count(DISTINCT r.hour::date) FROM rollup_messages_hourly r
						WHERE r.guild_id = ${guild.guildId}::bigint AND r.messages > 0
							AND r.hour BETWEEN last.hour - interval '14 days' AND last.hour) >= 10) s ON true`);
}

/** Of the last seven days: by whole days of UTC, and by hours in the first one. */
function failingCommands(guild: GuildScope): Promise<AttentionItem[]> {
	return guild.rows<AttentionItem>(sql`
		WITH week AS (SELECT now() - interval '7 days' AS begin, date_trunc('day', now() - interval '6 days', 'UTC') AS next_day)
		SELECT 'failing' AS kind, r.command_name AS command, sum(r.errors)::int AS errors,
			sum(r.executions)::int AS executions
		FROM (
			SELECT d.command_name, d.errors, d.executions FROM rollup_command_daily d
			WHERE d.guild_id = ${guild.guildId}::bigint
				AND d.day >= (SELECT (w.next_day AT TIME ZONE 'UTC')::date FROM week w)
			UNION ALL
			SELECT h.command_name, h.errors, h.executions FROM rollup_command_hourly h
			WHERE h.guild_id = ${guild.guildId}::bigint AND h.hour >= (SELECT w.begin FROM week w)
				AND h.hour < (SELECT w.next_day FROM week w)) r
		GROUP BY r.command_name
		HAVING sum(r.errors) >= ${failing.errors}::int
			AND sum(r.errors) >= ${failing.share}::float8 * sum(r.executions)
		ORDER BY sum(r.errors) DESC, r.command_name
		LIMIT ${failing.named}`);
}

/** Rows whose month was never created are for the operator to settle; whoever runs the server is told. */
async function strayRows(guild: GuildScope): Promise<AttentionItem[]> {
	const health = await guild.one<{ tables: string[] }>(
		sql`SELECT h.stray_tables AS tables FROM app.health() h`,
	);
	return health && health.tables.length > 0 ? [{ kind: "strayRows", tables: health.tables }] : [];
}
