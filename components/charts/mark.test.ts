import { describe, expect, it } from "vitest";
import { type Mark, markAfterKey, nothing, stretchOf } from "./mark";
import { zoomedSearch } from "./zoom-cursor";

const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

/** The mark after one key after another, on ten places. */
function marked(keys: readonly { key: string; shiftKey: boolean }[], canMark = true): Mark | undefined {
	return keys.reduce<Mark | undefined>(
		(mark, each) => mark && markAfterKey(each, mark, 10, canMark),
		nothing,
	);
}

describe("the cursor", () => {
	it.each([
		["ArrowLeft", 8],
		["ArrowRight", 9],
		["Home", 0],
		["End", 9],
		["PageDown", 8],
	])("starts at the last place: %s leads to %i", (name, index) => {
		expect(marked([key(name)])).toEqual({ index, anchor: null });
	});

	it("does not know other keys", () => {
		expect(marked([key("a")])).toBeUndefined();
		expect(marked([key("Escape")])).toBeUndefined();
		expect(marked([key("toString")])).toBeUndefined();
	});
});

describe("a marked stretch", () => {
	it("begins where the cursor was and grows with it, in either direction", () => {
		const back = marked([key("ArrowLeft"), key("ArrowLeft", true), key("ArrowLeft", true)]);
		expect(back && stretchOf(back)).toEqual([6, 8]);
		const forth = marked([key("Home"), key("End", true)]);
		expect(forth && stretchOf(forth)).toEqual([0, 9]);
	});

	it("is dropped by an arrow without Shift, and by Escape, which keeps the cursor", () => {
		const keys = [key("ArrowLeft"), key("ArrowLeft", true)];
		expect(marked([...keys, key("ArrowLeft")])).toEqual({ index: 6, anchor: null });
		expect(marked([...keys, key("Escape")])).toEqual({ index: 7, anchor: null });
	});

	it("is none where places have no dates", () => {
		expect(marked([key("Home"), key("ArrowRight", true)], false)).toEqual({ index: 1, anchor: null });
	});
});

it("becomes days in the address: a named range gives way, filters stay", () => {
	expect(zoomedSearch("range=90d&channel=1&channel=2&from=x", "2026-11-02", "2026-11-08")).toBe(
		"?channel=1&channel=2&from=2026-11-02&to=2026-11-08",
	);
});
