import { describe, expect, test } from "vitest";
import { evenDays } from "./even-days";

describe("points of days", () => {
	test("of one length are told by a date and a length", () => {
		expect(evenDays(["2026-02-27", "2026-02-28", "2026-03-01"])).toEqual({ first: "2026-02-27", step: 1 });
		expect(evenDays(["2026-10-05", "2026-10-12", "2026-10-19"])).toEqual({ first: "2026-10-05", step: 7 });
		expect(evenDays(["2026-10-05", "2026-10-08"])).toEqual({ first: "2026-10-05", step: 3 });
	});

	test("may begin with a shorter one", () => {
		expect(evenDays(["2026-10-08", "2026-10-12", "2026-10-19"])).toEqual({ first: "2026-10-05", step: 7 });
	});

	test("of several lengths are not", () => {
		expect(evenDays(["2026-08-01", "2026-09-01", "2026-10-01"])).toBeNull();
		expect(evenDays(["2026-10-01", "2026-10-12", "2026-10-19"])).toBeNull();
		expect(evenDays(["2026-10-05", "2026-10-12", "2026-10-19", "2026-10-27"])).toBeNull();
	});

	test("are none, or one", () => {
		expect(evenDays([])).toBeNull();
		expect(evenDays(["2026-10-05"])).toBeNull();
	});
});
