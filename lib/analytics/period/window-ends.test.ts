import { expect, test } from "vitest";
import { endsOf } from "./window-ends";

test.each([
	[
		"in another zone are its hours before the first midnight and after the last",
		{ from: "2026-10-31T23:00:00.000Z", to: "2026-11-20T23:00:00.000Z" },
		[
			{ from: "2026-10-31T23:00:00.000Z", to: "2026-11-01T00:00:00.000Z" },
			{ from: "2026-11-20T00:00:00.000Z", to: "2026-11-20T23:00:00.000Z" },
		],
	],
	["in UTC are none", { from: "2026-11-01T00:00:00.000Z", to: "2026-11-20T00:00:00.000Z" }, []],
	[
		"are all of it where it holds no whole day",
		{ from: "2026-11-01T12:00:00.000Z", to: "2026-11-02T12:00:00.000Z" },
		[{ from: "2026-11-01T12:00:00.000Z", to: "2026-11-02T12:00:00.000Z" }],
	],
])("the ends of a stretch %s", (_, stretch, ends) => {
	expect(endsOf(stretch)).toEqual(ends);
});
