import { receivedNow } from "@/bot/gateway/clock";
import { noteAccess } from "@/bot/reconcile/channels";
import { findGaps, type Gap } from "@/bot/reconcile/gaps";
import { MESSAGES_AT_ONCE, type MessagePage, readPage, tellPage } from "@/bot/reconcile/message-page";
import { isRefusal, type Reach } from "@/bot/reconcile/reach";
import { type ReactionWatch, readReactions } from "@/bot/reconcile/reactions";
import { tell } from "@/bot/reconcile/tell";
import { inTurns } from "@/bot/reconcile/turns";
import type { WantedGuild } from "@/bot/reconcile/wanted";

/** Discord counts requests per channel: several channels at once do not wait for each other. */
const CHANNELS_AT_ONCE = 4;

/** What a look at the messages found. */
export type MessageFindings = { missed: number; reread: number; deleted: number; reactions: number };

/**
 * Reads what was written in a guild while nobody listened, and reads the last hundred messages before that again: those
 * that were edited, pinned, deleted, or got other reactions meanwhile.
 */
export async function readMissedMessages(
	reach: Reach,
	watch: ReactionWatch,
	guild: WantedGuild,
): Promise<MessageFindings> {
	const { guildId } = guild;
	const found = { missed: 0, reread: 0, deleted: 0, reactions: 0 };
	const gaps = await findGaps(reach.scope, guild);
	await inTurns(CHANNELS_AT_ONCE, gaps, async (gap) => {
		try {
			await readGap(reach, watch, guildId, gap, found);
		} catch (error) {
			if (!isRefusal(error)) throw error;
			await noteAccess(reach.scope, guildId, gap.channelId, false);
		}
	});
	return found;
}

async function readGap(
	reach: Reach,
	watch: ReactionWatch,
	guildId: string,
	gap: Gap,
	found: MessageFindings,
): Promise<void> {
	const place = { guildId, channelId: gap.channelId };
	const seen = new Set<string>();
	let known = 0;
	for (let page: MessagePage | undefined; !page || (!page.last && known < MESSAGES_AT_ONCE); ) {
		const next: MessagePage = await readPage(reach, place, page?.oldest ?? undefined);
		await tell(reach.scope, (tables) => tellPage(tables, reach, place, next));
		found.reactions += await readReactions(reach, watch, place, next);
		for (const { id } of next.messages) {
			seen.add(id);
			if (BigInt(id) <= BigInt(gap.known)) known++;
			else found.missed++;
		}
		page = next.oldest === null ? { ...next, last: true } : next;
	}
	found.reread += known;
	found.deleted += await dropDeleted(reach, guildId, gap, seen);
}

/**
 * Deletes what Discord no longer has between the messages that it has. An answer without any message from before
 * says nothing about them; a deletion is final, so in doubt there is none.
 */
async function dropDeleted(
	{ scope }: Reach,
	guildId: string,
	{ known, stored }: Gap,
	seen: ReadonlySet<string>,
): Promise<number> {
	if (![...seen].some((id) => BigInt(id) <= BigInt(known))) return 0;
	const oldest = [...seen].reduce((one, other) => (BigInt(other) < BigInt(one) ? other : one));
	const whole = seen.size < MESSAGES_AT_ONCE;
	const gone = stored.filter((id) => !seen.has(id) && (whole || BigInt(id) > BigInt(oldest)));
	if (gone.length === 0) return 0;
	const at = receivedNow();
	await tell(scope, (tables) => {
		for (const id of gone) tables.messages.delete(guildId, id, at);
	});
	return gone.length;
}
