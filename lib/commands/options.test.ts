import { describe, expect, it } from "vitest";
import { usedOptions } from "./options";

describe("the options of a command that was used", () => {
	it("are a flat list below the path of subcommands", () => {
		const options = [
			{
				name: "role",
				type: 2,
				options: [{ name: "give", type: 1, options: [{ name: "user", type: 6, value: "5" }] }],
			},
		];
		expect(usedOptions(options)).toEqual({ path: ["role", "give"], used: [{ name: "user", value: "5" }] });
	});

	it("may be an object of names and values", () => {
		expect(usedOptions({ days: 7, silent: false })).toEqual({
			path: [],
			used: [
				{ name: "days", value: 7 },
				{ name: "silent", value: false },
			],
		});
	});

	it("are none where something else is stored", () => {
		for (const stored of [null, undefined, "text", 5, [1, null, "x"]])
			expect(usedOptions(stored)).toEqual({ path: [], used: [] });
	});
});
