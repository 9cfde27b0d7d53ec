import { describe, expect, it } from "vitest";
import { parsePeriod } from "@/lib/analytics/period/period";
import { dimensionsFor, filtersFor, planFor } from "./plan";
import { type Definition, type Filter, measures } from "./schema";
import { statementFor } from "./statement";

const { current: window } = parsePeriod(
	{ range: "90d" },
	{ timeZone: "Europe/Berlin", recordedSince: null },
	new Date("2026-11-21T10:20:00Z"),
);

const values: Record<Filter, string[]> = {
	channel: ["902114735018344449", "902114735018344450"],
	member: ["902114735018344451", "902114735018344452"],
	role: ["902114735018344453", "902114735018344454"],
	kind: ["people", "bots"],
	command: ["ban'; DROP TABLE cases --", 'x" OR 1=1'],
	caseType: ["BAN", "custom:12"],
	moderator: ["902114735018344455", "902114735018344456"],
};

/** Every definition that can be answered, with at most one filter. */
const answerable = measures.flatMap((measure) =>
	dimensionsFor(measure, 7).flatMap((dimension) => [
		{ measure, dimension, filter: null },
		...filtersFor({ measure, dimension }, 7).map((filter) => ({ measure, dimension, filter })),
	]),
);

function statement(definition: Definition) {
	const plan = planFor(definition, 7);
	if (plan.refused !== undefined) throw new Error(`nobody answers ${JSON.stringify(definition)}`);
	return statementFor({
		guildId: "902114735018344448",
		timeZone: "Europe/Berlin",
		window,
		definition,
		source: plan.source,
		dimension: definition.dimension,
		only: null,
	});
}

describe("the statement of every definition", () => {
	it("can be built", () => {
		expect(answerable.length).toBeGreaterThan(120);
		for (const { measure, dimension } of answerable)
			expect(statement({ measure, dimension }).text).toContain("LIMIT $");
	});

	it("has the same text whatever is filtered by: what somebody sends is only ever a parameter", () => {
		for (const { measure, dimension, filter } of answerable) {
			if (filter === null) continue;
			const [one, other] = values[filter].map((value) => statement({ measure, dimension, [filter]: value }));
			expect(one?.text).toBe(other?.text);
			expect(one?.values).toContain(values[filter][0]);
			for (const value of values[filter]) if (value.length > 6) expect(one?.text).not.toContain(value);
		}
	});

	it("names its guild and its zone as parameters too", () => {
		for (const { measure, dimension } of answerable) {
			const { text, values: bound } = statement({ measure, dimension });
			expect(bound).toContain("902114735018344448");
			expect(text).not.toContain("902114735018344448");
			expect(text).not.toContain("Berlin");
		}
	});
});
