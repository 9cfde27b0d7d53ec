import type { Client } from "pg";

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
