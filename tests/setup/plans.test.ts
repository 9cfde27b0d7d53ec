import { describe, expect, it } from "vitest";
import { plansIn, problemsOf } from "./plans";

const months = new Set(["discord_messages_y2026m01"]);
const planned = (Plan: Parameters<typeof problemsOf>[0]["Plan"]) => ({ "Query Text": "SELECT", Plan });

describe("a plan", () => {
	it("may not read a whole month, however deep that stands in it", () => {
		const scan = { "Node Type": "Seq Scan", "Relation Name": "discord_messages_y2026m01" };
		expect(problemsOf(planned({ "Node Type": "Limit", Plans: [scan] }), months)).toEqual([
			"scans all of discord_messages_y2026m01",
		]);
		expect(problemsOf(planned({ ...scan, "Relation Name": "discord_roles" }), months)).toEqual([]);
		expect(problemsOf(planned({ ...scan, "Node Type": "Index Scan" }), months)).toEqual([]);
	});

	it("may not ask who is there for every row", () => {
		const filter = (text: string) => planned({ "Node Type": "Index Scan", Filter: text });
		expect(problemsOf(filter("(guild_id = app.guild(1))"), months)).toHaveLength(1);
		expect(problemsOf(filter("(guild_id = (InitPlan 1).col1)"), months)).toEqual([]);
		expect(
			problemsOf(planned({ "Node Type": "Result", "One-Time Filter": "(app.guild(1) IS NOT NULL)" }), months),
		).toEqual([]);
	});

	it("is read out of the server's log", () => {
		const log = [
			"2026-01-01 00:00:00 UTC [7] LOG:  duration: 0.1 ms  plan:",
			'\t{\n\t  "Query Text": "SELECT 1",\n\t  "Plan": {"Node Type": "Result"}\n\t}',
			"2026-01-01 00:00:00 UTC [7] LOG:  something else",
			"",
		].join("\n");
		expect(plansIn(log)).toEqual([{ "Query Text": "SELECT 1", Plan: { "Node Type": "Result" } }]);
	});
});
