import type { Db } from "@/bot/scope";

/** Which of these guilds have a row; "0", where direct messages belong, always has. */
export async function knownGuilds(db: Db, entries: readonly { guildId?: string | undefined }[]) {
	const known = new Set(["0"]);
	const ids = new Set(entries.flatMap(({ guildId }) => guildId ?? []));
	if (ids.size === 0) return known;
	const text = "SELECT id::text FROM discord_guilds WHERE id = ANY ($1::bigint[])";
	for (const { id } of await db.rows<{ id: string }>(text, [[...ids]])) known.add(id);
	return known;
}
