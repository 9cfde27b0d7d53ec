/** An emoji as a reaction names it; `key` is its id, or the character itself. */
export type ReactionEmoji = { key: string; id: string | null; name: string; animated: boolean };

export type ReactionStep =
	| { kind: "add"; at: string; emoji: ReactionEmoji; userId: string }
	| { kind: "remove"; at: string; key: string; userId: string }
	/** All reactions of the message, or those with one emoji. */
	| { kind: "clear"; at: string; key?: string };

/**
 * One emoji under one message. `count` is Discord's number, of which `listed` are people whose names are known: an
 * export or a message of the history tells how many reacted, not who. The others are nameless until they take it back.
 */
export type Tally = {
	count: number;
	listed: number;
	/** People of whom a step speaks: whether their reaction is stored. */
	stored: ReadonlySet<string>;
};

/** What is to be written of one emoji under one message. */
export type TallyChange = {
	count: number;
	emoji: ReactionEmoji | undefined;
	/** Everything that was stored before is to go. */
	emptied: boolean;
	added: Map<string, string>;
	removed: Set<string>;
};

export type ReactionFate = {
	/** Emojis of which nothing is said go too. */
	emptied: boolean;
	tallies: Map<string, TallyChange>;
};

/**
 * Goes through what was heard of one message's reactions, in the order of hearing. Somebody who takes a reaction back and
 * was not listed is one of the nameless; where everybody is listed, it was a repetition, and nothing changes.
 */
export function reactionFate(
	steps: readonly ReactionStep[],
	tallyOf: (key: string) => Tally | undefined,
): ReactionFate {
	const fate: ReactionFate = { emptied: false, tallies: new Map() };
	const courses = new Map<string, Course>();
	const course = (key: string): Course => {
		const known = courses.get(key);
		if (known) return known;
		const made = new Course(tallyOf(key));
		if (fate.emptied) made.clear();
		courses.set(key, made);
		return made;
	};
	for (const step of steps) {
		if (step.kind === "add") course(step.emoji.key).add(step);
		else if (step.kind === "remove") course(step.key).remove(step.userId);
		else if (step.key !== undefined) course(step.key).clear();
		else {
			fate.emptied = true;
			for (const each of courses.values()) each.clear();
		}
	}
	for (const [key, each] of courses) fate.tallies.set(key, each.change());
	return fate;
}

class Course {
	#count: number;
	#listed: number;
	#stored: ReadonlySet<string>;
	#emptied = false;
	#emoji: ReactionEmoji | undefined;
	readonly #added = new Map<string, string>();
	readonly #removed = new Set<string>();

	constructor(tally: Tally | undefined) {
		this.#count = tally?.count ?? 0;
		this.#listed = tally?.listed ?? 0;
		this.#stored = tally?.stored ?? new Set();
	}

	#has(userId: string): boolean {
		return this.#added.has(userId) || (this.#stored.has(userId) && !this.#removed.has(userId));
	}

	add({ emoji, userId, at }: { emoji: ReactionEmoji; userId: string; at: string }): void {
		this.#emoji = emoji;
		if (this.#has(userId)) return;
		this.#added.set(userId, at);
		this.#count++;
		this.#listed++;
	}

	remove(userId: string): void {
		if (this.#has(userId)) {
			if (!this.#added.delete(userId)) this.#removed.add(userId);
			this.#listed--;
		} else if (this.#count <= this.#listed) return;
		this.#count = Math.max(this.#count - 1, 0);
	}

	clear(): void {
		this.#emptied = true;
		this.#count = 0;
		this.#listed = 0;
		this.#stored = new Set();
		this.#added.clear();
		this.#removed.clear();
	}

	change(): TallyChange {
		return {
			count: this.#count,
			emoji: this.#emoji,
			emptied: this.#emptied,
			added: this.#added,
			removed: this.#removed,
		};
	}
}
