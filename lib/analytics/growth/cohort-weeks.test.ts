import { describe, expect, it } from "vitest";
import { cohortWeeks } from "./cohort-weeks";

describe("the weeks of joining to show", () => {
	it("are those that the period touches, also by one day", () => {
		expect(cohortWeeks({ firstDay: "2026-09-06", lastDay: "2026-11-02" })).toEqual({
			first: "2026-08-31",
			last: "2026-11-02",
		});
	});

	it("are eight at least, and the last 26 at most", () => {
		expect(cohortWeeks({ firstDay: "2026-11-21", lastDay: "2026-11-21" }).first).toBe("2026-10-03");
		expect(cohortWeeks({ firstDay: "2020-01-01", lastDay: "2026-11-21" }).first).toBe("2026-05-30");
	});
});
