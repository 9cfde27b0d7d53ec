import type { Db } from "@/bot/scope";
import { NO_GUILD } from "@/lib/discord/snowflake";

/** Which of these guilds have a row; NO_GUILD always has. */
export async function knownGuilds(db: Db, entries: readonly { guildId?: string | undefined }[]) {
	const known = new Set([NO_GUILD]);
	const ids = new Set(entries.flatMap(({ guildId }) => guildId ?? []));
	if (ids.size === 0) return known;
	const text = "SELECT id::text FROM discord_guilds WHERE id = ANY ($1::bigint[])";
	for (const { id } of await db.rows<{ id: string }>(text, [[...ids]])) known.add(id);
	return known;
}
