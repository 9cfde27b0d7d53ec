import type { Db } from "@/bot/scope";

/** The kinds of channels and threads in which messages are. */
export const withMessages: readonly string[] = [
	"guild_text",
	"guild_announcement",
	"guild_voice",
	"guild_stage_voice",
	"public_thread",
	"private_thread",
	"announcement_thread",
];

const note = `
UPDATE discord_channels SET bot_has_access = $3
WHERE guild_id = $1 AND id = $2 AND bot_has_access IS DISTINCT FROM $3`;

/** Notes whether Discord let the bot read a channel's messages. */
export async function noteAccess(db: Db, guildId: string, channelId: string, access: boolean): Promise<void> {
	await db.rows(note, [guildId, channelId, access]);
}
