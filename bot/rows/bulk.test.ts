import { expect, test } from "vitest";
import { jsonRows } from "./bulk";

test("what Postgres cannot hold in a text becomes the replacement character", () => {
	expect(JSON.parse(jsonRows([{ text: "a\u0000b" }]))).toEqual([{ text: "a\ufffdb" }]);
	expect(JSON.parse(jsonRows([{ text: "half \ud83d of a pair" }]))).toEqual([
		{ text: "half \ufffd of a pair" },
	]);
});

test("what merely looks like an escape stays as it was written", () => {
	const rows = [{ text: "a literal \\u0000, a whole 😀, a \\\\u0000" }];
	expect(JSON.parse(jsonRows(rows))).toEqual(rows);
});
