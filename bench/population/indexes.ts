import type pg from "pg";

/** Tables that get millions of rows. */
const LARGE = [
	"discord_messages",
	"discord_message_attachments",
	"discord_message_embeds",
	"discord_message_mentions",
	"discord_message_reactions",
	"discord_command_executions",
	"discord_audit_log",
	"discord_native_audit_log",
	"discord_guild_members",
	"discord_voice_states",
	"cases",
];

/**
 * Drops the indexes of the large tables that no constraint stands on.
 * @returns the statements that make them again
 */
export async function dropIndexes(client: pg.ClientBase): Promise<string[]> {
	const { rows } = await client.query<{ name: string; definition: string }>(
		`SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
		FROM pg_index i
		WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
		ORDER BY 1`,
		[LARGE],
	);
	for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
	return rows.map(({ definition }) => definition.replace(" ON ONLY ", " ON "));
}
