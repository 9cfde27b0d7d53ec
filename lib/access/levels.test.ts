import { expect, test } from "vitest";
import { effectiveLevel, grantableLevels } from "./levels";
import type { AccessSource } from "./schema";

function source(level: number, isOver = false): AccessSource {
	return {
		kind: "grant",
		level,
		isOver,
		checkedAt: null,
		expiresAt: null,
		grantedBy: null,
		reason: null,
		role: null,
	};
}

test("the highest source that is not over decides", () => {
	expect(effectiveLevel([source(2), source(4), source(6, true)])).toBe(4);
	expect(effectiveLevel([source(5, true)])).toBe(0);
	expect(effectiveLevel([])).toBe(0);
});

test("nobody can give more than they have, and nobody can make an owner", () => {
	expect(grantableLevels(7, 6)).toEqual([1, 2, 3, 4, 5, 6]);
	expect(grantableLevels(3, 6)).toEqual([1, 2, 3]);
});
