import { describe, expect, it } from "vitest";
import { parseTyped } from "./typed";

describe("what is typed into the search", () => {
	it("is words, unless it has operators", () => {
		expect(parseTyped('  the "exact phrase" -not or https://a.b/c:d ')).toEqual({
			words: 'the "exact phrase" -not or https://a.b/c:d',
			filters: {},
			asked: [],
			unknown: [],
		});
	});

	it("asks for people and channels by name", () => {
		const typed = parseTyped('from:@Ana lamp IN:#general mentions:"Ana Maria" repair');
		expect(typed.words).toBe("lamp repair");
		expect(typed.asked).toEqual([
			{ filter: "author", name: "Ana" },
			{ filter: "channel", name: "general" },
			{ filter: "mentions", name: "Ana Maria" },
		]);
	});

	it("knows what a message can have, in Discord's words too", () => {
		expect(parseTyped("has:image has:links has:file has:image is:edited").filters).toEqual({
			has: ["image", "link", "attachment", "edited"],
		});
	});

	it("reads days, kinds and states", () => {
		expect(parseTyped("after:2026-01-31 before:2026-03-01 type:reply is:pinned is:deleted").filters).toEqual({
			after: "2026-01-31",
			before: "2026-03-01",
			type: "reply",
			pinned: "1",
			deleted: "1",
		});
		expect(parseTyped("during:2026-03-01").filters).toEqual({ after: "2026-02-28", before: "2026-03-02" });
	});

	it("says which operators mean nothing", () => {
		expect(parseTyped("has:teeth before:yesterday is:q during:2026-13-40 x")).toMatchObject({
			words: "x",
			filters: {},
			unknown: ["has:teeth", "before:yesterday", "is:q", "during:2026-13-40"],
		});
	});

	it("takes operators in quotation marks as words", () => {
		expect(parseTyped('"say from:ana" has:link')).toMatchObject({
			words: '"say from:ana"',
			asked: [],
			filters: { has: ["link"] },
		});
	});

	it("reads hostile text in linear time", () => {
		for (const text of [
			`${'"'.repeat(50_000)}`,
			"from:".repeat(20_000),
			`has:${" ".repeat(50_000)}`,
			':"'.repeat(30_000),
		]) {
			const start = performance.now();
			parseTyped(text);
			expect(performance.now() - start).toBeLessThan(1000);
		}
	});
});
