import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { channel, tellChannel } from "@/bot/events/decode-channel";
import { receivedNow } from "@/bot/gateway/clock";
import { isRefusal, type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import { tell } from "@/bot/reconcile/tell";
import type { WantedGuild } from "@/bot/reconcile/wanted";

/** The kinds of channels under which threads can be, private ones only under the first. */
const text = "guild_text";
const parents = [text, "guild_announcement", "guild_forum", "guild_media"];

const parentChannels = `
SELECT id::text, channel_type AS kind FROM discord_channels
WHERE guild_id = $1 AND deleted_at IS NULL AND channel_type = ANY ($2::text[]) ORDER BY id`;

/** What each of Discord's two lists holds. */
const kinds = {
	public: ["public_thread", "announcement_thread"],
	private: ["private_thread"],
} as const;

type Kind = keyof typeof kinds;
type Thread = z.infer<typeof channel>;

const PAGE = 100;
/** A thousand threads of a channel: a forum may have many times as many, and all of them are read in seconds or never. */
const PAGES = 10;

const answer = z.object({ threads: z.array(z.unknown()), has_more: z.boolean().nullish() });

/**
 * Reads the threads that were archived last, up to a thousand of each channel: private ones all where the bot manages
 * threads, else those that it is in. One that is stored and should be among them has been deleted.
 * @returns how many there are
 */
export async function readArchivedThreads(reach: Reach, guild: WantedGuild): Promise<number> {
	let found = 0;
	const rows = await reach.scope.rows<{ id: string; kind: string }>(parentChannels, [guild.guildId, parents]);
	for (const { id, kind } of rows) {
		try {
			found += await readThreadsOf(reach, guild, id, "public");
			if (kind === text) found += await readPrivateThreads(reach, guild, id);
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}
	return found;
}

async function readPrivateThreads(reach: Reach, guild: WantedGuild, channelId: string): Promise<number> {
	try {
		return await readThreadsOf(reach, guild, channelId, "private");
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return await readJoinedThreads(reach, guild.guildId, channelId);
	}
}

/** Whatever changed since the session began is told by the stream, also where that is not stored yet. */
async function readThreadsOf(
	reach: Reach,
	{ guildId, since: begun }: WantedGuild,
	channelId: string,
	kind: Kind,
): Promise<number> {
	const at = receivedNow();
	const { threads, since } = await newestArchived(reach, channelId, kind);
	const listed = { parent: channelId, kinds: kinds[kind], since };
	await tell(reach.scope, guildId, (tables) => {
		for (const thread of threads) tellChannel(tables, guildId, thread, at);
		tables.channels.archivedThreads({ guild_id: guildId, at: begun, ...listed });
	});
	return threads.length;
}

/** What is not among them may be a thread that the bot has left: nothing is gone for that. */
async function readJoinedThreads(reach: Reach, guildId: string, channelId: string): Promise<number> {
	const route = Routes.channelJoinedArchivedThreads(channelId);
	let before: string | undefined;
	let found = 0;
	for (let page = 0; page < PAGES; page++) {
		const at = receivedNow();
		const listed = answer.parse(await read(reach, route, { limit: PAGE, before }));
		const threads = wellFormed(channel, listed.threads);
		await tell(reach.scope, guildId, (tables) => {
			for (const thread of threads) tellChannel(tables, guildId, thread, at);
		});
		found += threads.length;
		before = threads.at(-1)?.id;
		if (!listed.has_more || !before) break;
	}
	return found;
}

/**
 * The list, newest first, page by page.
 * @returns `since`: every thread that was archived after it is here; null when these are all
 * @see https://docs.discord.com/developers/resources/channel#list-public-archived-threads
 */
async function newestArchived(
	reach: Reach,
	channelId: string,
	kind: Kind,
): Promise<{ threads: Thread[]; since: string | null }> {
	const route = Routes.channelThreads(channelId, kind);
	const threads = new Map<string, Thread>();
	let since: string | null = null;
	for (let page = 0; page < PAGES; page++) {
		const before = since === null ? undefined : justAfter(since);
		const listed = answer.parse(await read(reach, route, { limit: PAGE, before }));
		const known = threads.size;
		for (const thread of wellFormed(channel, listed.threads)) {
			threads.set(thread.id, thread);
			since = thread.thread_metadata?.archive_timestamp ?? since;
		}
		if (!listed.has_more) return { threads: [...threads.values()], since: null };
		if (threads.size === known) break;
	}
	return { threads: [...threads.values()], since };
}

/** Several may be archived in the same moment: the next page begins with those of this one. */
function justAfter(timestamp: string): string {
	return new Date(Date.parse(timestamp) + 1).toISOString();
}
