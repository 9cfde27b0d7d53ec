import { describe, expect, test } from "vitest";
import { evenDays } from "./even-days";

describe("points of days", () => {
	test("of one length are told by a date and a length", () => {
		expect(evenDays(["2026-02-27", "2026-02-28", "2026-03-01"])).toEqual({ first: "2026-02-27", step: 1 });
		expect(evenDays(["2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26"])).toEqual({
			first: "2026-10-05",
			step: 7,
		});
		expect(evenDays(["2026-10-05", "2026-10-08", "2026-10-11"])).toEqual({ first: "2026-10-05", step: 3 });
	});

	test("may begin and end with a shorter one", () => {
		const weeks = { first: "2026-10-05", step: 7 };
		expect(evenDays(["2026-10-08", "2026-10-12", "2026-10-19", "2026-10-26"])).toEqual(weeks);
		expect(evenDays(["2026-10-08", "2026-10-12", "2026-10-19", "2026-10-20"])).toEqual(weeks);
		expect(evenDays(["2026-10-05", "2026-10-12", "2026-10-13"])).toEqual(weeks);
	});

	test("of several lengths are not", () => {
		expect(evenDays(["2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01"])).toBeNull();
		expect(evenDays(["2026-10-01", "2026-10-12", "2026-10-19", "2026-10-26"])).toBeNull();
		expect(evenDays(["2026-10-05", "2026-10-12", "2026-10-19", "2026-10-27", "2026-11-03"])).toBeNull();
	});

	test("are not where the last one alone is longer", () => {
		expect(evenDays(["2026-01-15", "2026-02-01", "2026-03-01", "2026-04-01"])).toBeNull();
		expect(evenDays(["2026-03-02", "2026-04-01", "2026-05-01", "2026-06-01"])).toBeNull();
		expect(evenDays(["2026-02-01", "2026-03-01", "2026-04-01"])).toBeNull();
	});

	test("are none, or one", () => {
		expect(evenDays([])).toBeNull();
		expect(evenDays(["2026-10-05", "2026-10-12"])).toBeNull();
	});
});
