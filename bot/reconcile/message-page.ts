import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { messageCreate } from "@/bot/events/message-schema";
import { tellMessage } from "@/bot/events/messages";
import { receivedNow } from "@/bot/gateway/clock";
import { type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import type { Tables } from "@/bot/rows/tables";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** As many as Discord gives at once. */
export const MESSAGES_AT_ONCE = 100;

const identified = z.object({ id: snowflake });
export type Message = z.infer<typeof messageCreate>;

/** Messages as they were after `at`, newest first. */
export type MessagePage = {
	at: string;
	messages: Message[];
	/** The ids of the page, newest first, also of messages that have a shape that nobody understands. */
	ids: string[];
	/** The oldest of them; null for an empty page. */
	oldest: string | null;
	/** Whether nothing older is in the channel. */
	last: boolean;
};

export type Place = { guildId: string; channelId: string };

/** Reads the newest messages of a channel, or those before an id. @throws DiscordAPIError where the bot may not */
export async function readPage(reach: Reach, place: Place, before: string | undefined): Promise<MessagePage> {
	const at = receivedNow();
	const route = Routes.channelMessages(place.channelId);
	const list = await read(reach, route, { limit: MESSAGES_AT_ONCE, before });
	const messages = wellFormed(messageCreate, list);
	const ids = wellFormed(identified, list).map(({ id }) => id);
	const length = Array.isArray(list) ? list.length : 0;
	return { at, messages, ids, oldest: ids.at(-1) ?? null, last: length < MESSAGES_AT_ONCE };
}

/** Tells the messages of a page; what the stream heard since is newer. */
export function tellPage(tables: Tables, reach: Reach, place: Place, { at, messages }: MessagePage): void {
	for (const message of messages) {
		tellMessage(tables, { ...message, guild_id: place.guildId }, at, reach);
		tables.channels.wrote(place.guildId, place.channelId, message.id);
	}
}
