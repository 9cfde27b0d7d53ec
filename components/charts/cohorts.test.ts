import { describe, expect, it } from "vitest";
import { movedCell } from "./cohort-cells";
import { type Cohort, largestLater, shadeOf, shareIn, shareOfAll, weeksOf } from "./cohorts";

const old: Cohort = { key: "2026-11-02", label: "2 Nov", size: 10, active: [10, 4, 1] };
const young: Cohort = { key: "2026-11-09", label: "9 Nov", size: 30, active: [24, 18, null] };
const empty: Cohort = { key: "2026-11-16", label: "16 Nov", size: 0, active: [0, null, null] };
const cohorts = [old, young, empty];

describe("cohorts", () => {
	it("have as many weeks as the oldest has seen", () => {
		expect(weeksOf(cohorts)).toBe(3);
		expect(weeksOf([])).toBe(0);
		expect(weeksOf([{ ...old, active: [null] }])).toBe(0);
	});

	it("keep a share of themselves; unknown in the future, and where nobody joined", () => {
		expect(shareIn(young, 1)).toBe(0.6);
		expect(shareIn(young, 2)).toBeNull();
		expect(shareIn(empty, 0)).toBeNull();
	});

	it("count each member once together, and only those who have seen the week", () => {
		expect(shareOfAll(cohorts, 1)).toBe(22 / 40);
		expect(shareOfAll(cohorts, 2)).toBe(0.1);
		expect(shareOfAll(cohorts, 3)).toBeNull();
	});

	it("are shaded against the largest share after the week of joining", () => {
		const largest = largestLater(cohorts);
		expect(largest).toBe(0.6);
		expect([0, 0.3, 0.6, 1].map((share) => shadeOf(share, largest))).toEqual([0, 5, 10, 10]);
		expect(shadeOf(1, 0)).toBe(0);
	});
});

describe("walking the cells", () => {
	const rows = [{ cells: [1, 2, 3] }, { cells: [1, 2, null] }];

	it.each([
		["ArrowDown", { row: 1, week: 1 }],
		["ArrowUp", { row: 0, week: 1 }],
		["ArrowRight", { row: 0, week: 2 }],
		["Home", { row: 0, week: 0 }],
		["End", { row: 0, week: 2 }],
		["x", { row: 0, week: 1 }],
	])("%s", (name, place) => {
		expect(movedCell(name, { row: 0, week: 1 }, rows)).toEqual(place);
	});

	it("stays out of weeks that are not over", () => {
		expect(movedCell("ArrowDown", { row: 0, week: 2 }, rows)).toEqual({ row: 0, week: 2 });
		expect(movedCell("End", { row: 1, week: 0 }, rows)).toEqual({ row: 1, week: 1 });
	});
});
