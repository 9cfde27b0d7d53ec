import type { Client } from "pg";
import type { ConfigSave } from "../population/config";
import { Json, type Row } from "../population/rows";
import { copyRows } from "./copy";

/** A day of the calendar, as `YYYY-MM-DD`. */
function day(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}

/** Makes the month partitions that rows between two moments (Unix milliseconds) go into. */
export async function ensurePartitions(client: Client, from: number, to: number): Promise<void> {
	await client.query(
		`SELECT app.ensure_month_partitions(c.oid::regclass, $1, $2)
		FROM pg_class c JOIN pg_partitioned_table p ON p.partrelid = c.oid
		WHERE p.partstrat = 'r' AND c.relnamespace = 'public'::regnamespace`,
		[day(from), day(to)],
	);
}

/**
 * Replays the saves of a configuration: the database itself numbers the revisions and keeps what each changed; only
 * their times and notes are set afterwards.
 */
export async function replayConfig(client: Client, saves: readonly ConfigSave[]): Promise<void> {
	for (const [index, { guildId, author, set }] of saves.entries()) {
		const names = Object.keys(set).map((name) => client.escapeIdentifier(name));
		const values = Object.values(set).map((cell) =>
			cell instanceof Json ? JSON.stringify(cell.value) : cell,
		);
		const marks = values.map((_, position) => `$${position + 3}`);
		await client.query(
			index === 0
				? `INSERT INTO guild_config (guild_id, created_by, ${names.join(", ")}) VALUES ($1, $2, ${marks.join(", ")})`
				: `UPDATE guild_config SET updated_by = $2, ${names.map((name, at) => `${name} = ${marks[at]}`).join(", ")} WHERE guild_id = $1`,
			[guildId, author, ...values],
		);
	}
	for (const [index, { guildId, at, note }] of saves.entries()) {
		await client.query(
			"UPDATE guild_config_revisions SET at = $3, note = $4 WHERE guild_id = $1 AND revision = $2",
			[guildId, index + 1, new Date(at), note],
		);
	}
}

/** Appends dashboard changes of the past, chained by the database's own digest. Rows come in order of time. */
export async function appendChanges(client: Client, rows: readonly Row[]): Promise<void> {
	await client.query(`CREATE TEMPORARY TABLE demo_changes (
		ord integer GENERATED ALWAYS AS IDENTITY, guild_id bigint, at timestamptz, actor_id bigint, actor_name text,
		table_name text, operation text, row_key text, before jsonb, after jsonb, request_id text) ON COMMIT DROP`);
	await copyRows(client, "demo_changes", rows);
	await client.query(`DO $$
	DECLARE
		r record;
		change dashboard_changes;
	BEGIN
		FOR r IN SELECT * FROM demo_changes ORDER BY ord LOOP
			INSERT INTO dashboard_change_heads (guild_id) VALUES (r.guild_id) ON CONFLICT (guild_id) DO NOTHING;
			SELECT h.seq + 1, h.hash INTO change.seq, change.prev_hash
			FROM dashboard_change_heads h WHERE h.guild_id = r.guild_id;
			change.guild_id := r.guild_id;
			change.at := r.at;
			change.actor_id := r.actor_id;
			change.actor_name := r.actor_name;
			change.table_name := r.table_name;
			change.operation := r.operation;
			change.row_key := r.row_key;
			change.before := r.before;
			change.after := r.after;
			change.request_id := r.request_id;
			change.hash := app.change_digest(change);
			INSERT INTO dashboard_changes SELECT (change).*;
			UPDATE dashboard_change_heads SET seq = change.seq, hash = change.hash WHERE guild_id = r.guild_id;
		END LOOP;
		DROP TABLE demo_changes;
	END $$`);
}

/** What Discord tells in passing: each channel's last message, each thread's size, when people were last seen. */
export async function settleTotals(client: Client): Promise<void> {
	await client.query(`UPDATE discord_channels c
		SET last_message_id = m.last_id, last_read_message_id = m.last_id, last_message_at = app.snowflake_time(m.last_id),
			message_count = CASE WHEN c.channel_type LIKE '%thread' THEN m.count END,
			member_count = CASE WHEN c.channel_type LIKE '%thread' THEN least(m.authors, 50) END
		FROM (
			SELECT guild_id, channel_id, max(id) AS last_id, count(*) AS count, count(DISTINCT author_id) AS authors
			FROM discord_messages GROUP BY guild_id, channel_id
		) m
		WHERE c.guild_id = m.guild_id AND c.id = m.channel_id`);
	await client.query(`UPDATE discord_users u SET last_seen = m.last_seen
		FROM (SELECT author_id, max(timestamp) AS last_seen FROM discord_messages GROUP BY author_id) m
		WHERE m.author_id = u.id AND m.last_seen > u.last_seen`);
}

/** Moves every identity column's counter past the ids that were copied in. */
export async function settleSequences(client: Client): Promise<void> {
	const { rows } = await client.query<{ table_name: string; column_name: string }>(
		`SELECT table_name, column_name FROM information_schema.columns
		WHERE table_schema = 'public' AND is_identity = 'YES'`,
	);
	for (const { table_name: table, column_name: column } of rows) {
		await client.query(
			`SELECT setval(pg_get_serial_sequence($1, $2), greatest((SELECT max(${client.escapeIdentifier(column)}) FROM ${client.escapeIdentifier(table)}), 1))`,
			[table, column],
		);
	}
}
