import { setTimeout as wait } from "node:timers/promises";
import { noteAccess, withMessages } from "@/bot/reconcile/channels";
import { type MessagePage, readPage, tellPage } from "@/bot/reconcile/message-page";
import { isRefusal, type Reach } from "@/bot/reconcile/reach";
import { tell } from "@/bot/reconcile/tell";
import { inTurns } from "@/bot/reconcile/turns";
import { onShards, type Shards } from "@/bot/reconcile/wanted";
import { snowflakeFromTime } from "@/lib/discord/snowflake";

const CHANNELS_AT_ONCE = 3;
const DAY_MS = 86_400_000;
const RETRY_MS = 5_000;
const REPORT_EVERY_PAGES = 20;

type Channel = { guildId: string; channelId: string; cursor: string | null };

/** `last_read_message_id` is how far back the history is stored without a hole. */
const unread = `
SELECT c.guild_id::text AS "guildId", c.id::text AS "channelId", c.last_read_message_id::text AS cursor
FROM discord_channels c JOIN discord_guilds g ON g.id = c.guild_id
WHERE g.bot_active AND c.deleted_at IS NULL AND c.channel_type = ANY ($3::text[]) AND ${onShards}
	AND (c.last_read_message_id IS NULL OR c.last_read_message_id > greatest($4::bigint, c.id))
ORDER BY c.last_message_id DESC NULLS LAST, c.id`;

const keepCursor = `
UPDATE discord_channels SET last_read_message_id = $3
WHERE guild_id = $1 AND id = $2 AND (last_read_message_id IS NULL OR last_read_message_id > $3::bigint)`;

/** Reads the messages of the days before the bot came, newest first; where it is ended, it goes on the next time. */
export class Backfill {
	readonly #reach: Reach;
	readonly #shards: () => Shards;
	readonly #days: number | null;
	#ended: Promise<void> | undefined;
	#pages: number;

	constructor(reach: Reach, shards: () => Shards, days: number | null) {
		this.#reach = reach;
		this.#shards = shards;
		this.#days = days;
		this.#pages = 0;
	}

	/** Resolves when it is through, or was ended. */
	get ended(): Promise<void> {
		return this.#ended ?? Promise.resolve();
	}

	/** Begins, once a process. */
	begin(): void {
		if (this.#days !== null) this.#ended ??= this.#run(this.#days);
	}

	async #run(days: number): Promise<void> {
		const { signal, log } = this.#reach;
		const oldest = snowflakeFromTime(new Date(Date.now() - days * DAY_MS));
		while (!signal.aborted) {
			try {
				const read = await this.#readAll(oldest);
				if (!signal.aborted) log.info({ days, messages: read }, "the history is read");
				return;
			} catch (error) {
				if (signal.aborted) return;
				log.warn({ err: error }, "the history cannot be read now; trying again");
				await wait(RETRY_MS, undefined, { signal }).catch(() => undefined);
			}
		}
	}

	async #readAll(oldest: string): Promise<number> {
		const { ids, count } = this.#shards();
		const channels = await this.#reach.scope.rows<Channel>(unread, [count, ids, withMessages, oldest]);
		let messages = 0;
		let left = channels.length;
		if (left > 0) this.#reach.log.info({ channels: left }, "reading the history");
		await inTurns(CHANNELS_AT_ONCE, channels, async (channel) => {
			messages += await this.#readChannel(channel, oldest, () => ({ channels: left, messages }));
			left--;
		});
		return messages;
	}

	async #readChannel(channel: Channel, oldest: string, progress: () => object): Promise<number> {
		const { scope, log, signal } = this.#reach;
		let count = 0;
		let { cursor } = channel;
		try {
			while (!signal.aborted && (cursor === null || BigInt(cursor) > BigInt(oldest))) {
				const page = await readPage(this.#reach, channel, cursor ?? undefined);
				const next = cursorAfter(page, channel);
				const keep = [channel.guildId, channel.channelId, next];
				await tell(
					scope,
					channel.guildId,
					(tables) => tellPage(tables, this.#reach, channel, page),
					(db) => db.rows(keepCursor, keep),
				);
				count += page.messages.length;
				if (++this.#pages % REPORT_EVERY_PAGES === 0) log.info(progress(), "reading the history");
				if (page.last || next === cursor) return count;
				cursor = next;
			}
		} catch (error) {
			if (!isRefusal(error)) throw error;
			await noteAccess(scope, channel.guildId, channel.channelId, false);
		}
		return count;
	}
}

/** No message is older than its channel: with the channel's own id as the cursor, everything is read. */
function cursorAfter({ last, oldest }: MessagePage, { channelId }: Channel): string {
	return last || oldest === null ? channelId : oldest;
}
