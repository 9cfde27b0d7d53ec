import type { TestDatabase } from "@/prisma/tests/database";

const tables = [
	"discord_guilds",
	"discord_channels",
	"discord_users",
	"discord_guild_members",
	"discord_roles",
	"discord_member_roles",
	"discord_messages",
	"discord_message_attachments",
	"discord_message_embeds",
	"discord_embed_fields",
	"discord_message_mentions",
	"discord_message_reaction_counts",
	"discord_message_reactions",
	"discord_message_stickers",
	"rollup_messages_hourly",
	"rollup_channel_daily",
	"rollup_member_daily",
	"rollup_membership_daily",
	"import_files",
];

/** Every row that an import may touch, with all its columns. */
export async function snapshot(database: TestDatabase): Promise<Record<string, unknown>> {
	return read(database, "to_jsonb(t)", tables);
}

/** The same without what depends on when and in how many steps it was written: times of writing and serial ids. */
export async function contents(database: TestDatabase): Promise<Record<string, unknown>> {
	const written = "to_jsonb(t) - '{created_at,updated_at,embed_id}'::text[]";
	const serial = ["discord_message_embeds", "discord_embed_fields"];
	const plain = await read(
		database,
		written,
		tables.filter((table) => table !== "import_files" && !serial.includes(table)),
	);
	return { ...plain, ...(await read(database, `${written} - 'id'`, serial)) };
}

async function read(database: TestDatabase, row: string, names: string[]): Promise<Record<string, unknown>> {
	const pool = database.pool("guildhall_bot");
	const result: Record<string, unknown> = {};
	for (const table of names) {
		// A rollup's row may stand at zero after its messages moved.
		const { rows } = await pool.query(`SELECT ${row} AS row FROM ${table} t ORDER BY 1`);
		result[table] = rows.map((found: { row: unknown }) => found.row);
	}
	return result;
}
