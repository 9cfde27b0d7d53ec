import { describe, expect, it } from "vitest";
import { fateOf, type Step, type Telling } from "@/bot/rows/message-fate";
import { micros } from "@/bot/rows/moments";

const at = (second: number) => `2026-11-21T12:00:0${second}.000001Z`;
const telling = (second: number, cells: object, whole = true): Telling => ({
	at: at(second),
	cells,
	parts: {},
	whole,
});
const create = (second: number, cells: object = {}): Step => ({ kind: "create", ...telling(second, cells) });
const update = (second: number, cells: object, whole = false): Step => ({
	kind: "update",
	...telling(second, cells, whole),
});
const stored = { edited: Number.NEGATIVE_INFINITY, observed: micros(at(0)), deleted: false };

describe("what becomes of a message", () => {
	it("is stored with what follows, as of when it was heard last", () => {
		const fate = fateOf([create(1, { content: "a", flags: 1 }), update(2, { content: "b" })], undefined);
		expect(fate.insert).toMatchObject({ at: at(1), cells: { content: "b", flags: 1, observed_at: at(2) } });
		expect(fate.edit).toBeUndefined();
	});

	it("takes no half message that comes before it", () => {
		const fate = fateOf([update(1, { content: "half" }), create(2, { content: "whole" })], undefined);
		expect(fate.insert?.cells.content).toBe("whole");
	});

	it("merges edits of a stored one, and leaves older edits out", () => {
		const steps = [
			update(1, { content: "b", edited_timestamp: at(5) }),
			update(2, { content: "a", pinned: true, edited_timestamp: at(4) }),
			update(3, { flags: 4 }),
		];
		const { edit } = fateOf(steps, stored);
		expect(edit?.cells).toEqual({ content: "b", edited_timestamp: at(5), flags: 4, observed_at: at(3) });
	});

	it("leaves out what was heard before what is stored", () => {
		expect(fateOf([update(1, { content: "b" })], { ...stored, observed: micros(at(2)) })).toEqual({
			answers: [],
		});
	});

	it("ends with its deletion, whichever was heard of first", () => {
		const gone: Step = { kind: "delete", at: at(2) };
		expect(fateOf([create(1), gone, update(3, { content: "b" })], undefined)).toMatchObject({
			insert: { at: at(1) },
			deletedAt: at(2),
		});
		expect(fateOf([gone, create(3)], undefined)).toEqual({ answers: [], buriedAt: at(2) });
		expect(fateOf([create(3), update(4, {}, true)], "buried")).toEqual({ answers: [] });
		expect(fateOf([gone], { ...stored, deleted: true })).toEqual({ answers: [] });
	});
});

it("keeps microseconds, of which Date has none", () => {
	expect(micros("2026-11-21T12:00:00.000002+00:00") - micros("2026-11-21T12:00:00Z")).toBe(2);
	expect(micros("2026-11-21T12:00:00.1234+00:00") - micros("2026-11-21T12:00:00Z")).toBe(123_400);
});
