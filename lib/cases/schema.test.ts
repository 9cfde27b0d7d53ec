import { describe, expect, it } from "vitest";
import { editCase } from "./detail-schema";
import { listCasesQuery, parseCaseSearch } from "./schema";

describe("the address of the list", () => {
	it("carries filters and the open case", () => {
		const search = { type: ["WARN", "custom:3"], status: "open", member: "204255221017214977", case: "12" };
		expect(parseCaseSearch(search)).toEqual({
			filters: { type: ["WARN", "custom:3"], status: "open", member: "204255221017214977" },
			open: 12,
		});
	});

	it("asks for what needs attention, as the overview links to it", () => {
		const flags = { appealed: "1", expiring: "1" };
		expect(parseCaseSearch(flags).filters).toEqual(flags);
		expect(parseCaseSearch({ appealed: "yes", expiring: "0" }).filters).toEqual({});
	});

	it("loses what makes no sense and keeps the rest", () => {
		const search = { type: "HUG", status: ["open", "closed"], from: "yesterday", case: "-1", q: "spam" };
		expect(parseCaseSearch(search)).toEqual({ filters: { q: "spam" }, open: undefined });
	});

	it("is refused by the API in the same case", () => {
		expect(listCasesQuery.safeParse({ type: "HUG" }).success).toBe(false);
		expect(listCasesQuery.safeParse({ unknown: "1" }).success).toBe(false);
	});
});

describe("a change of a case", () => {
	it("names a revision and at least one field", () => {
		expect(editCase.safeParse({ revision: "1" }).success).toBe(false);
		expect(editCase.safeParse({ reason: "Spam" }).success).toBe(false);
		expect(editCase.safeParse({ revision: "1", expiresAt: null }).success).toBe(true);
	});

	it("has a reason that says something, in at most 2,000 characters", () => {
		expect(editCase.safeParse({ revision: "1", reason: "  " }).success).toBe(false);
		expect(editCase.safeParse({ revision: "1", reason: "x".repeat(2001) }).success).toBe(false);
		expect(editCase.parse({ revision: "1", reason: " Spam " }).reason).toBe("Spam");
	});
});
