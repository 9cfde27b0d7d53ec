import { Routes } from "discord-api-types/v10";
import { tellUser, type User, user } from "@/bot/events/decode-user";
import { messageCreate } from "@/bot/events/message-schema";
import { receivedNow } from "@/bot/gateway/clock";
import type { Message, MessagePage, Place } from "@/bot/reconcile/message-page";
import { isRefusal, type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import type { ReactionWatch } from "@/bot/reconcile/reaction-watch";
import { tell } from "@/bot/reconcile/tell";
import { momentText } from "@/bot/rows/moment-text";
import type { ReactionEmoji } from "@/bot/rows/reaction-fate";

export type { ReactionWatch };

/** As many people as Discord names at once. */
const PAGE = 100;
const ATTEMPTS = 5;

type Person = { message_id: string; emoji_key: string; user_id: string; at: string };

const storedPeople = `
SELECT message_id::text, emoji_key, user_id::text, ${momentText("reacted_at")} AS at
FROM discord_message_reactions WHERE guild_id = $1 AND message_id = ANY ($2::bigint[])`;

const storedCounts = `
SELECT message_id::text, emoji_key, count FROM discord_message_reaction_counts
WHERE guild_id = $1 AND message_id = ANY ($2::bigint[])`;

type Counted = { emoji: ReactionEmoji; count: number; kinds: readonly number[] };

/** Discord names those who reacted with each kind apart. */
const [NORMAL, BURST] = [0, 1];

/**
 * Makes the reactions of a page's messages right. Who reacted is read where Discord counts others than are stored, and
 * where one page names everybody: there somebody may have come for somebody who went.
 * @returns of how many messages the people were read
 */
export async function readReactions(
	reach: Reach,
	watch: ReactionWatch,
	place: Place,
	page: MessagePage,
): Promise<number> {
	const ids = page.messages.map(({ id }) => id);
	const values = [place.guildId, ids];
	const people = await reach.scope.rows<Person>(storedPeople, values);
	const counts = await reach.scope.rows<{ message_id: string; emoji_key: string; count: number }>(
		storedCounts,
		values,
	);
	let read = 0;
	for (const message of page.messages) {
		const known = people.filter(({ message_id }) => message_id === message.id);
		const kept = new Map(
			counts.filter((row) => row.message_id === message.id).map((row) => [row.emoji_key, row.count]),
		);
		const told = countsOf(message);
		if (told.length === 0 && known.length === 0 && kept.size === 0) continue;
		if (!isDoubtful(told, known, kept)) continue;
		await settle(reach, watch, place, message.id, { at: page.at, told }, known);
		read++;
	}
	return read;
}

function countsOf({ reactions }: Message): Counted[] {
	return (reactions ?? []).flatMap(({ count, count_details: details, emoji: { id, name, animated } }) => {
		const key = id ?? name;
		if (!key || count <= 0) return [];
		const kinds = details && details.burst > 0 ? [NORMAL, BURST] : [NORMAL];
		return { count, kinds, emoji: { key, id: id ?? null, name: name ?? key, animated: animated ?? false } };
	});
}

function isDoubtful(
	told: readonly Counted[],
	known: readonly Person[],
	kept: ReadonlyMap<string, number>,
): boolean {
	if (told.length !== kept.size) return true;
	return told.some(({ emoji: { key }, count }) => {
		const listed = known.filter(({ emoji_key }) => emoji_key === key).length;
		return count <= PAGE || count !== kept.get(key) || count !== listed;
	});
}

type Reading = { at: string; told: readonly Counted[] };

/** Reads who reacted and stores it, and begins anew where the stream told of the same message meanwhile. */
async function settle(
	reach: Reach,
	watch: ReactionWatch,
	place: Place,
	messageId: string,
	first: Reading,
	known: readonly Person[],
): Promise<void> {
	const since = new Map(known.map((person) => [`${person.emoji_key}:${person.user_id}`, person.at]));
	let reading: Reading | undefined = first;
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		if (watch.heardSince(messageId, reading.at)) {
			reading = await readAgain(reach, place, messageId);
			if (!reading) return;
		}
		const { at, told } = reading;
		const given: { emoji: ReactionEmoji; people: User[] }[] = [];
		for (const { emoji, kinds } of told) {
			for (const kind of kinds) {
				given.push({ emoji, people: await readPeople(reach, place.channelId, messageId, emoji, kind) });
			}
		}
		if (watch.heardSince(messageId, at)) continue;
		await tell(reach.scope, (tables) => {
			tables.reactions.take(place.guildId, messageId, { kind: "clear", at });
			for (const { emoji, people } of given) {
				for (const person of people) {
					tellUser(tables, person, at);
					const reacted = since.get(`${emoji.key}:${person.id}`) ?? at;
					const step = { kind: "add", at: reacted, emoji, userId: person.id } as const;
					tables.reactions.take(place.guildId, messageId, step);
				}
			}
		});
		if (!watch.heardSince(messageId, at)) return;
	}
	throw new Error("the reactions of a message change faster than they can be read");
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
