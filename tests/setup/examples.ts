import { database } from "./login";

/**
 * What stands for each parameter of an address: something that exists in guild $1 and in no other. Numbers that count
 * from one in each guild are the highest, which a smaller guild does not reach.
 */
const sources: Record<string, string> = {
	userId: `SELECT m.user_id FROM discord_guild_members m
		WHERE m.guild_id = $1 AND m.left_at IS NULL AND NOT EXISTS (
			SELECT 1 FROM discord_guild_members o WHERE o.user_id = m.user_id AND o.guild_id <> $1)
		ORDER BY m.user_id LIMIT 1`,
	caseNumber: "SELECT max(case_number) FROM cases WHERE guild_id = $1",
	noteNumber: "SELECT max(note_number) FROM notes WHERE guild_id = $1 AND NOT is_deleted",
	executionId: "SELECT max(id) FROM discord_command_executions WHERE guild_id = $1",
	source: "SELECT 'change'",
	entryId: "SELECT max(seq) FROM dashboard_changes WHERE guild_id = $1",
	messageId: "SELECT max(id) FROM discord_messages WHERE guild_id = $1",
	channelId: "SELECT max(id) FROM discord_channels WHERE guild_id = $1 AND channel_type = 'guild_text'",
	roleId: "SELECT max(id) FROM discord_roles WHERE guild_id = $1 AND id <> $1",
	key: "SELECT max(key) FROM guild_dynamic_config WHERE guild_id = $1",
	chartId: "SELECT max(id::text) FROM saved_charts WHERE guild_id = $1 AND shared",
	sessionId: `SELECT s.id FROM web_sessions s JOIN discord_guilds g ON g.owner_id = s.user_id AND g.id = $1
		ORDER BY s.created_at LIMIT 1`,
	tokenId: `SELECT t.id FROM api_tokens t JOIN discord_guilds g ON g.owner_id = t.user_id AND g.id = $1
		ORDER BY t.created_at LIMIT 1`,
};

/**
 * A value for every parameter that an address of this guild can have.
 * @param ask reads rows as the owner of the database or its administrator
 */
export async function examples(
	guildId: string,
	ask: typeof database = database,
): Promise<Record<string, string>> {
	const found = await Promise.all(
		Object.entries(sources).map(async ([name, query]): Promise<[string, string | undefined]> => {
			const [row] = await ask<Record<string, string | null>>(query, query.includes("$1") ? [guildId] : []);
			return [name, Object.values(row ?? {})[0] ?? undefined];
		}),
	);
	const known = found.filter((entry): entry is [string, string] => entry[1] !== undefined);
	return { guildId, ...Object.fromEntries(known.map(([name, value]) => [name, String(value)])) };
}
