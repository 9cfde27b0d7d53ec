import type { MessageCells } from "@/bot/rows/message-columns";
import { micros } from "@/bot/rows/moments";
import type { Parts } from "@/bot/rows/part-columns";

/** What a frame, or an answer of Discord's API, says about a message. */
export type Telling = {
	/** When it was heard; ISO with microseconds. */
	at: string;
	/** The columns that it mentions. */
	cells: MessageCells;
	/** The parts that it mentions, each of them complete. */
	parts: Partial<Parts>;
	/** Whether it says enough to store the message from it. */
	whole: boolean;
	/** The interaction that the message answers, if it is one of this application's. */
	answers?: string;
};

export type Step =
	| ({ kind: "create" } & Telling)
	| ({ kind: "update" } & Telling)
	| { kind: "delete"; at: string };

/** How a message is stored; times in microseconds since 1970. */
export type Stored = { edited: number; observed: number; deleted: boolean };

/** What becomes of one message in a batch. */
export type Fate = {
	/** Stored for the first time, `at` this moment. */
	insert?: { cells: MessageCells; parts: Partial<Parts>; at: string };
	/** Changed as it was stored. */
	edit?: { cells: MessageCells; parts: Partial<Parts> };
	deletedAt?: string;
	/** Deleted before anything was known of it. */
	buriedAt?: string;
	/** What was taken of answers to interactions, in order. */
	answers: Telling[];
};

const never = Number.NEGATIVE_INFINITY;

/**
 * Goes through what was heard of one message, in the order of hearing:
 * - a creation is the oldest thing that can be said, so it changes nothing that is stored;
 * - an update with an older `edited_timestamp`, or heard before what is stored, changes nothing;
 * - an update of an unknown message stores it if it is whole;
 * - a deletion is final, also of a message that nothing is known of.
 * @param stored the row as it is, `buried` for one that was deleted unseen, undefined for none
 */
export function fateOf(steps: readonly Step[], stored: Stored | "buried" | undefined): Fate {
	const fate: Fate = { answers: [] };
	let known: Stored | undefined = typeof stored === "object" ? { ...stored } : undefined;
	let buried = stored === "buried";
	for (const step of steps) {
		if (step.kind === "delete") {
			if (known === undefined) {
				if (!buried) fate.buriedAt = step.at;
				buried = true;
			} else if (!known.deleted) {
				known.deleted = true;
				fate.deletedAt = step.at;
			}
		} else if (known === undefined) {
			if (buried || !step.whole) continue;
			known = { edited: editOf(step) ?? never, observed: micros(step.at), deleted: false };
			fate.insert = { cells: { ...step.cells, observed_at: step.at }, parts: step.parts, at: step.at };
			if (step.answers) fate.answers.push(step);
		} else if (step.kind === "update" && isNews(step, known)) {
			known.edited = editOf(step) ?? known.edited;
			known.observed = micros(step.at);
			merge(fate, step);
		}
	}
	return fate;
}

function isNews(step: Telling, known: Stored): boolean {
	return (
		!known.deleted && micros(step.at) >= known.observed && (editOf(step) ?? known.edited) >= known.edited
	);
}

/** The time of the edit that is told of; undefined where none is mentioned. */
function editOf({ cells }: Telling): number | undefined {
	if (!("edited_timestamp" in cells)) return undefined;
	return typeof cells.edited_timestamp === "string" ? micros(cells.edited_timestamp) : never;
}

function merge(fate: Fate, step: Telling): void {
	const target = fate.insert ?? fate.edit;
	const cells = { ...target?.cells, ...step.cells, observed_at: step.at };
	const { reactionCounts: _, ...told } = step.parts;
	const parts = { ...target?.parts, ...told };
	if (fate.insert) fate.insert = { cells, parts, at: fate.insert.at };
	else fate.edit = { cells, parts };
	if (step.answers) fate.answers.push(step);
}
