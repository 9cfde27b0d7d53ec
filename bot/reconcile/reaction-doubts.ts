import type { Message } from "@/bot/reconcile/message-page";
import type { ReactionEmoji } from "@/bot/rows/reaction-fate";

/** With more people, naming them takes several requests. */
const FEW = 100;

/** Discord names those who reacted with each kind apart. */
const [NORMAL, BURST] = [0, 1];

/** An emoji under a message as Discord counts it. */
export type Counted = { emoji: ReactionEmoji; count: number; kinds: readonly number[] };

/** What is stored of one message's reactions. */
export type StoredReactions = {
	/** By emoji. */
	counts: ReadonlyMap<string, number>;
	/** By emoji and person: when they reacted, ISO with microseconds. */
	people: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/** Emojis of which it is not certain that the right people are stored. */
export type Doubts = {
	/** Discord counts others than are stored. */
	wrong: string[];
	/** As many as are stored, and few: somebody may have come for somebody who went. */
	possible: string[];
};

/** The reactions that Discord shows with a message. */
export function countsOf({ reactions }: Message): Counted[] {
	return (reactions ?? []).flatMap(({ count, count_details: details, emoji: { id, name, animated } }) => {
		const key = id ?? name;
		if (!key || count <= 0) return [];
		const kinds = details && details.burst > 0 ? [NORMAL, BURST] : [NORMAL];
		return { count, kinds, emoji: { key, id: id ?? null, name: name ?? key, animated: animated ?? false } };
	});
}

/**
 * Compares what Discord counts with what is stored.
 * @param missed whether the message itself was missed: its count was stored along with it, the people were not
 */
export function doubtsOf(told: readonly Counted[], stored: StoredReactions, missed: boolean): Doubts {
	const doubts: Doubts = { wrong: [], possible: [] };
	for (const { emoji, count } of told) {
		const listed = stored.people.get(emoji.key)?.size ?? 0;
		const differs = count !== stored.counts.get(emoji.key) || listed > count || (missed && listed < count);
		if (differs) doubts.wrong.push(emoji.key);
		else if (count <= FEW) doubts.possible.push(emoji.key);
	}
	const standing = new Set(told.map(({ emoji }) => emoji.key));
	for (const key of new Set([...stored.counts.keys(), ...stored.people.keys()])) {
		if (!standing.has(key)) doubts.wrong.push(key);
	}
	return doubts;
}
