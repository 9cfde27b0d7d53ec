import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { channel, tellChannel } from "@/bot/events/decode-channel";
import { receivedNow } from "@/bot/gateway/clock";
import { isRefusal, type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import { tell } from "@/bot/reconcile/tell";

/** The kinds of channels under which threads can be. */
const parents = ["guild_text", "guild_announcement", "guild_forum", "guild_media"];

const parentChannels = `
SELECT id::text FROM discord_channels
WHERE guild_id = $1 AND deleted_at IS NULL AND channel_type = ANY ($2::text[]) ORDER BY id`;

const answer = z.object({ threads: z.array(z.unknown()) });

/** Reads the public threads that were archived last, up to 100 of each channel. @returns how many */
export async function readArchivedThreads(reach: Reach, guildId: string): Promise<number> {
	let found = 0;
	for (const { id } of await reach.scope.rows<{ id: string }>(parentChannels, [guildId, parents])) {
		try {
			found += await readThreadsOf(reach, guildId, id);
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}
	return found;
}

async function readThreadsOf(reach: Reach, guildId: string, channelId: string): Promise<number> {
	const at = receivedNow();
	const route = Routes.channelThreads(channelId, "public");
	const { threads } = answer.parse(await read(reach, route, { limit: 100 }));
	const archived = wellFormed(channel, threads);
	if (archived.length === 0) return 0;
	await tell(reach.scope, guildId, (tables) => {
		for (const thread of archived) tellChannel(tables, guildId, thread, at);
	});
	return archived.length;
}
