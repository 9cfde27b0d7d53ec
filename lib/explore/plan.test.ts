import { describe, expect, it } from "vitest";
import { catalogue, chartsFor, sources } from "./catalogue";
import { dimensionsFor, filtersFor, measuresFor, planFor, settled } from "./plan";
import { definition, dimensions, filters, measures } from "./schema";

const role = "902114735018344448";

describe("the catalogue", () => {
	it("shows every measure over time, and to the owner all of them", () => {
		for (const measure of measures)
			expect(planFor({ measure, dimension: "time" }, 7).refused, measure).toBeUndefined();
		expect(measuresFor(7)).toEqual([...measures]);
	});

	it("uses each dimension, filter and source", () => {
		const used = measures.flatMap((measure) => catalogue[measure].sources);
		expect(new Set(used)).toEqual(new Set(Object.keys(sources)));
		expect(new Set(measures.flatMap((measure) => dimensionsFor(measure, 7)))).toEqual(new Set(dimensions));
		const offered = measures.flatMap((measure) =>
			dimensionsFor(measure, 7).flatMap((dimension) => filtersFor({ measure, dimension }, 7)),
		);
		expect(new Set(offered)).toEqual(new Set(filters));
	});

	it("has a chart for each dimension, and a table for all", () => {
		for (const dimension of dimensions) expect(chartsFor(dimension)).toContain("table");
	});

	it("never offers more to a lower level", () => {
		for (const measure of measures) {
			for (let level = 1; level < 7; level++) {
				expect(dimensionsFor(measure, level + 1)).toEqual(
					expect.arrayContaining(dimensionsFor(measure, level)),
				);
			}
		}
		expect(measuresFor(0)).toEqual([]);
	});

	it("keeps what one member does over time for level 5", () => {
		for (const asked of [
			{ measure: "messages", dimension: "member" },
			{ measure: "messages", dimension: "time", member: role },
			{ measure: "activeMembers", dimension: "time", role },
			{ measure: "executions", dimension: "member" },
		] as const) {
			expect(planFor(asked, 4)).toEqual({ refused: "level", level: 5 });
			expect(planFor(asked, 5).refused).toBeUndefined();
		}
	});

	it("takes the least that suffices", () => {
		expect(planFor({ measure: "messages", dimension: "time" }, 7)).toEqual({ source: "messageHours" });
		expect(planFor({ measure: "messages", dimension: "channel" }, 7)).toEqual({ source: "channelDays" });
		expect(planFor({ measure: "executions", dimension: "time", command: "ban" }, 2)).toEqual({
			source: "commandHours",
		});
	});
});

describe("what a page shows for an address", () => {
	it("is what it says, with the usual chart where none fits", () => {
		expect(settled({ measure: "messages", dimension: "channel", chart: "heat" }, 1)).toEqual({
			definition: { measure: "messages", dimension: "channel", chart: "ranked" },
			notice: null,
		});
	});

	it("is the nearest where figures are not kept so, and says it", () => {
		expect(settled({ measure: "joins", dimension: "channel" }, 7)).toEqual({
			definition: { measure: "joins", dimension: "time", chart: "line" },
			notice: "pair",
		});
		const filtered = { measure: "messages", dimension: "channel", role } as const;
		expect(settled(filtered, 7)).toMatchObject({
			definition: { measure: "messages", dimension: "channel" },
			notice: "filter",
		});
		expect(settled(filtered, 7)).not.toHaveProperty("definition.role");
	});

	it("never works around a level", () => {
		expect(settled({ measure: "auditEntries", dimension: "time" }, 2)).toEqual({ needs: 3 });
		expect(settled({ measure: "cases", dimension: "channel" }, 1)).toEqual({ needs: 2 });
		expect(settled({ measure: "messages", dimension: "time", member: role }, 4)).toEqual({ needs: 5 });
	});
});

describe("a definition", () => {
	it.each([
		{ measure: "messages; DROP TABLE cases" },
		{ measure: "constructor" },
		{ dimension: "__proto__" },
		{ channel: "1 OR 1=1" },
		{ caseType: "custom:1'--" },
		{ command: "a\0b" },
		{ command: "x".repeat(101) },
		{ chart: "pie" },
		{ by: "second" },
		{ sql: "1" },
	])("is not %o", (asked) => {
		expect(definition.safeParse(asked).success).toBe(false);
	});
});
