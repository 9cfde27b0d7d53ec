import { expect, it } from "vitest";
import { discordChanges, rowChanges } from "./field-changes";

it("lists the fields that differ, by name, also where a row came or went", () => {
	expect(rowChanges({ b: 1, a: "x", same: [1] }, { b: 2, same: [1], c: true })).toEqual([
		{ field: "a", before: "x", after: null },
		{ field: "b", before: 1, after: 2 },
		{ field: "c", before: null, after: true },
	]);
	expect(rowChanges(null, { a: 1 })).toEqual([{ field: "a", before: null, after: 1 }]);
});

it("reads Discord's changes and passes over what is none", () => {
	const changes = [{ key: "nick", new_value: "Ana" }, { key: 5 }, null, "x"];
	expect(discordChanges(changes)).toEqual([{ field: "nick", before: null, after: "Ana" }]);
	expect(discordChanges({ key: "nick" })).toEqual([]);
});
