import type { MessageDraft } from "./draft";

export type Spoken = { count: number; lastAt: number };
export type Sample = Pick<MessageDraft, "id" | "channelId" | "content" | "at"> & { authorId: string };
export type Talk = {
	channelId: string;
	firstId: string;
	lastId: string;
	at: number;
	count: number;
	authorIds: string[];
};

/** What later generators need to know about the messages, which themselves are not kept. */
export class Ledger {
	readonly spoken = new Map<string, Spoken>();
	readonly samples: Sample[] = [];
	readonly starred: (Sample & { stars: number })[] = [];
	readonly deleted: Sample[] = [];
	readonly pinned: Sample[] = [];
	readonly talks: Talk[] = [];
	readonly perDay = new Map<string, { count: number; authors: Set<string> }>();
	total = 0;

	/** Takes note of one message of a person or program. */
	note(message: MessageDraft): void {
		this.total++;
		const { id, channelId, content, at, author } = message;
		const sample = { id, channelId, content, at, authorId: author.id };
		if (!author.bot && message.type !== "guild_member_join") this.#speak(sample);
		const stars = message.reactions.find((reaction) => reaction.emoji.name === "⭐")?.userIds.length ?? 0;
		if (stars >= 3) this.starred.push({ ...sample, stars });
		if (message.deletedAt !== null) this.deleted.push(sample);
		if (message.pinned) this.pinned.push(sample);
	}

	#speak(sample: Sample): void {
		const spoken = this.spoken.get(sample.authorId) ?? { count: 0, lastAt: 0 };
		spoken.count++;
		spoken.lastAt = Math.max(spoken.lastAt, sample.at);
		this.spoken.set(sample.authorId, spoken);
		const date = new Date(sample.at).toISOString().slice(0, 10);
		const day = this.perDay.get(date) ?? { count: 0, authors: new Set() };
		day.count++;
		day.authors.add(sample.authorId);
		this.perDay.set(date, day);
		if (this.total % 37 === 0 && sample.content.length > 24) this.samples.push(sample);
	}
}
