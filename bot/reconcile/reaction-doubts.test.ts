import { describe, expect, it } from "vitest";
import { type Counted, doubtsOf, type StoredReactions } from "@/bot/reconcile/reaction-doubts";

const shown = (key: string, count: number): Counted => ({
	emoji: { key, id: null, name: key, animated: false },
	count,
	kinds: [0],
});
const stored = (key: string, count: number, people: number): StoredReactions => ({
	counts: new Map([[key, count]]),
	people: new Map([[key, new Map(Array.from({ length: people }, (_, id) => [String(id), "then"]))]]),
});
const nothing: StoredReactions = { counts: new Map(), people: new Map() };

describe("who reacted", () => {
	it("is wrong where Discord counts others, or nobody any more", () => {
		expect(doubtsOf([shown("a", 3)], stored("a", 2, 2), false).wrong).toEqual(["a"]);
		expect(doubtsOf([shown("a", 3)], nothing, false).wrong).toEqual(["a"]);
		expect(doubtsOf([], stored("a", 2, 2), false).wrong).toEqual(["a"]);
	});

	it("is wrong where more people are stored than Discord counts", () => {
		expect(doubtsOf([shown("a", 2)], stored("a", 2, 3), false).wrong).toEqual(["a"]);
	});

	it("is not known of a message that was missed, whose count came with it", () => {
		expect(doubtsOf([shown("a", 2)], stored("a", 2, 0), true).wrong).toEqual(["a"]);
		expect(doubtsOf([shown("a", 2)], stored("a", 2, 0), false).wrong).toEqual([]);
	});

	it("may have changed where as many are stored, and is worth a request where they are few", () => {
		expect(doubtsOf([shown("a", 2)], stored("a", 2, 2), false)).toEqual({ wrong: [], possible: ["a"] });
		expect(doubtsOf([shown("a", 101)], stored("a", 101, 101), false)).toEqual({ wrong: [], possible: [] });
	});
});
