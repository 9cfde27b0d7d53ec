import { receivedNow } from "@/bot/gateway/clock";
import { noteAccess } from "@/bot/reconcile/channels";
import { findGaps, type Gap, unseenMessages } from "@/bot/reconcile/gaps";
import { MESSAGES_AT_ONCE, type MessagePage, readPage, tellPage } from "@/bot/reconcile/message-page";
import { isRefusal, type Reach } from "@/bot/reconcile/reach";
import { type ReactionReading, readReactions } from "@/bot/reconcile/reactions";
import { tell } from "@/bot/reconcile/tell";
import { inTurns } from "@/bot/reconcile/turns";
import type { WantedGuild } from "@/bot/reconcile/wanted";
import type { Watch } from "@/bot/reconcile/watch";

/** Discord counts requests per channel: several channels at once do not wait for each other. */
const CHANNELS_AT_ONCE = 4;
/** Messages from before the gap that are read again in every channel, whatever their age. */
const REREAD_AT_LEAST = MESSAGES_AT_ONCE;
/** Ten requests: what a channel says in a day, unless it is very busy. */
const REREAD_AT_MOST = 10 * MESSAGES_AT_ONCE;
/** Emojis a channel of which it is asked who gave them though as many did as before: a request each. */
const POSSIBLE_SWAPS = 20;

/** What a look at the messages found. */
export type MessageFindings = { missed: number; reread: number; deleted: number; reactions: number };

/**
 * Reads what was written in a guild while nobody listened, and reads the messages of the day before that again: those
 * that were edited, pinned, deleted, or got other reactions meanwhile.
 */
export async function readMissedMessages(
	reach: Reach,
	watch: Watch,
	guild: WantedGuild,
): Promise<MessageFindings> {
	const { guildId } = guild;
	const found = { missed: 0, reread: 0, deleted: 0, reactions: 0 };
	const gaps = await findGaps(reach.scope, guild);
	await inTurns(CHANNELS_AT_ONCE, gaps, async (gap) => {
		try {
			await readGap(reach, watch, guild, gap, found);
		} catch (error) {
			if (!isRefusal(error)) throw error;
			await noteAccess(reach.scope, guildId, gap.channelId, false);
		}
	});
	return found;
}

async function readGap(
	reach: Reach,
	watch: Watch,
	guild: WantedGuild,
	gap: Gap,
	found: MessageFindings,
): Promise<void> {
	const place = { guildId: guild.guildId, channelId: gap.channelId };
	const reactions: ReactionReading = { watch, place, known: gap.known, allowance: POSSIBLE_SWAPS };
	const seen = new Set<string>();
	let reread = 0;
	let page: MessagePage;
	let oldest: string | undefined;
	do {
		page = await readPage(reach, place, oldest);
		const told = page;
		await tell(reach.scope, place.guildId, (tables) => tellPage(tables, reach, place, told));
		found.reactions += await readReactions(reach, reactions, page);
		for (const id of page.ids) {
			seen.add(id);
			if (BigInt(id) <= BigInt(gap.known)) reread++;
		}
		oldest = page.oldest ?? oldest;
	} while (!isFarEnough(page, gap, reread));
	found.missed += seen.size - reread;
	found.reread += reread;
	// An answer without any message from before says nothing about them; a deletion is final, so in doubt there is none.
	if (reread > 0) found.deleted += await dropDeleted(reach, guild, gap, page.last ? "0" : oldest, seen);
}

/** Whether everything is read that may have changed in the gap. */
function isFarEnough({ last, oldest }: MessagePage, { lively }: Gap, reread: number): boolean {
	if (last || oldest === null || reread >= REREAD_AT_MOST) return true;
	return reread >= REREAD_AT_LEAST && BigInt(oldest) < BigInt(lively);
}

/** Deletes what Discord no longer has between the messages that it has. @param oldest the id that reading came to */
async function dropDeleted(
	{ scope }: Reach,
	guild: WantedGuild,
	gap: Gap,
	oldest: string | undefined,
	seen: ReadonlySet<string>,
): Promise<number> {
	const gone = oldest === undefined ? [] : await unseenMessages(scope, guild, gap, oldest, seen);
	if (gone.length === 0) return 0;
	const at = receivedNow();
	await tell(scope, guild.guildId, (tables) => {
		for (const id of gone) tables.messages.delete(guild.guildId, id, at);
	});
	return gone.length;
}
