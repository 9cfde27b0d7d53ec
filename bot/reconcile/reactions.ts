import { Routes } from "discord-api-types/v10";
import { tellUser, type User, user } from "@/bot/events/decode-user";
import { messageCreate } from "@/bot/events/message-schema";
import { receivedNow } from "@/bot/gateway/clock";
import type { MessagePage, Place } from "@/bot/reconcile/message-page";
import { isRefusal, type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import { type Counted, countsOf, doubtsOf, type StoredReactions } from "@/bot/reconcile/reaction-doubts";
import { tell } from "@/bot/reconcile/tell";
import type { Watch } from "@/bot/reconcile/watch";
import { momentText } from "@/bot/rows/moment-text";
import type { ReactionEmoji } from "@/bot/rows/reaction-fate";

/** As many people as Discord names at once. */
const PAGE = 100;
const ATTEMPTS = 5;

type Person = { message_id: string; emoji_key: string; user_id: string; at: string };
type Count = { message_id: string; emoji_key: string; count: number };

const storedPeople = `
SELECT message_id::text, emoji_key, user_id::text, ${momentText("reacted_at")} AS at
FROM discord_message_reactions WHERE guild_id = $1 AND message_id = ANY ($2::bigint[])`;

const storedCounts = `
SELECT message_id::text, emoji_key, count FROM discord_message_reaction_counts
WHERE guild_id = $1 AND message_id = ANY ($2::bigint[])`;

export type ReactionReading = {
	watch: Watch;
	place: Place;
	/** The newest message that was not missed. */
	known: string;
	/** How many emojis may still be read though as many are stored as Discord counts. */
	allowance: number;
};

/**
 * Makes the reactions of a page's messages right. Who reacted is read where Discord counts others than are stored, and,
 * as far as the allowance goes, where it counts as many.
 * @returns of how many messages the people were read
 */
export async function readReactions(
	reach: Reach,
	reading: ReactionReading,
	page: MessagePage,
): Promise<number> {
	const storedOf = await readStored(reach, reading.place, page);
	let read = 0;
	for (const message of page.messages) {
		const told = countsOf(message);
		const stored = storedOf(message.id);
		const { wrong, possible } = doubtsOf(told, stored, BigInt(message.id) > BigInt(reading.known));
		const allowed = possible.slice(0, reading.allowance);
		reading.allowance -= allowed.length;
		const keys = new Set([...wrong, ...allowed]);
		if (keys.size === 0) continue;
		await settle(reach, reading, { id: message.id, keys, stored }, { at: page.at, told });
		read++;
	}
	return read;
}

async function readStored(
	{ scope }: Reach,
	{ guildId }: Place,
	{ messages }: MessagePage,
): Promise<(messageId: string) => StoredReactions> {
	const values = [guildId, messages.map(({ id }) => id)];
	const counts = new Map<string, Map<string, number>>();
	for (const { message_id, emoji_key, count } of await scope.rows<Count>(storedCounts, values)) {
		counts.set(message_id, (counts.get(message_id) ?? new Map()).set(emoji_key, count));
	}
	const people = new Map<string, Map<string, Map<string, string>>>();
	for (const { message_id, emoji_key, user_id, at } of await scope.rows<Person>(storedPeople, values)) {
		const emojis = people.get(message_id) ?? new Map<string, Map<string, string>>();
		people.set(message_id, emojis.set(emoji_key, (emojis.get(emoji_key) ?? new Map()).set(user_id, at)));
	}
	return (id) => ({ counts: counts.get(id) ?? new Map(), people: people.get(id) ?? new Map() });
}

/** A message's emojis whose people are to be read. */
type Subject = { id: string; keys: ReadonlySet<string>; stored: StoredReactions };
/** What Discord counted at that moment. */
type Reading = { at: string; told: readonly Counted[] };
type Given = { emoji: ReactionEmoji; people: User[] };

/** Reads who reacted and stores it, and begins anew where the stream told of the same message meanwhile. */
async function settle(
	reach: Reach,
	{ watch, place }: ReactionReading,
	subject: Subject,
	first: Reading,
): Promise<void> {
	let reading: Reading | undefined = first;
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		if (watch.heardSince(subject.id, reading.at)) reading = await readAgain(reach, place, subject.id);
		if (!reading) return;
		const { at, told } = reading;
		const given: Given[] = [];
		for (const { emoji, kinds } of told) {
			if (!subject.keys.has(emoji.key)) continue;
			for (const kind of kinds) {
				given.push({ emoji, people: await readPeople(reach, place.channelId, subject.id, emoji, kind) });
			}
		}
		if (watch.heardSince(subject.id, at)) continue;
		await store(reach, place, subject, at, given);
		if (!watch.heardSince(subject.id, at)) return;
	}
	throw new Error("the reactions of a message change faster than they can be read");
}

/** Whoever is listed already keeps the moment at which they reacted. */
async function store(
	{ scope }: Reach,
	{ guildId }: Place,
	{ id, keys, stored }: Subject,
	at: string,
	given: readonly Given[],
): Promise<void> {
	await tell(scope, guildId, (tables) => {
		for (const key of keys) tables.reactions.take(guildId, id, { kind: "clear", at, key });
		for (const { emoji, people } of given) {
			for (const person of people) {
				tellUser(tables, person, at);
				const reacted = stored.people.get(emoji.key)?.get(person.id) ?? at;
				tables.reactions.take(guildId, id, { kind: "add", at: reacted, emoji, userId: person.id });
			}
		}
	});
}

/** Nothing, where the message is gone by now. */
async function readAgain(reach: Reach, place: Place, messageId: string): Promise<Reading | undefined> {
	const at = receivedNow();
	try {
		const [message] = wellFormed(messageCreate, [
			await read(reach, Routes.channelMessage(place.channelId, messageId)),
		]);
		return message && { at, told: countsOf(message) };
	} catch (error) {
		if (isRefusal(error)) return undefined;
		throw error;
	}
}

/** Nobody, where the emoji or the message is gone by now. */
async function readPeople(
	reach: Reach,
	channelId: string,
	messageId: string,
	{ id, name }: ReactionEmoji,
	type: number,
): Promise<User[]> {
	const route = Routes.channelMessageReaction(
		channelId,
		messageId,
		encodeURIComponent(id ? `${name}:${id}` : name),
	);
	const people = new Map<string, User>();
	try {
		for (let after: string | undefined; ; ) {
			const page = wellFormed(user, await read(reach, route, { limit: PAGE, after, type }));
			const before = people.size;
			for (const person of page) people.set(person.id, person);
			after = page.at(-1)?.id;
			if (page.length < PAGE || people.size === before) return [...people.values()];
		}
	} catch (error) {
		if (isRefusal(error)) return [...people.values()];
		throw error;
	}
}
