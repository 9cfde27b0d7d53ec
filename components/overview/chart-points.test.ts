import { describe, expect, it } from "vitest";
import { chartPoints, countedPerPoint, daysPerPoint, standingPerPoint } from "./chart-points";

const days = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("the points of a chart", () => {
	it("are days up to four months, then weeks, then four weeks", () => {
		expect([7, 90, 120, 121, 365, 840, 841].map(daysPerPoint)).toEqual([1, 1, 1, 7, 7, 7, 28]);
	});

	it("stand for whole weeks that end with the last day", () => {
		const points = chartPoints("2026-01-01", 15, 7, "en");
		expect(points.map(({ key }) => key)).toEqual(["2026-01-02", "2026-01-09"]);
		expect(points.map(({ days }) => days)).toEqual([
			{ first: "2026-01-02", last: "2026-01-08" },
			{ first: "2026-01-09", last: "2026-01-15" },
		]);
		expect(countedPerPoint(days(15), 7)).toEqual([
			2 + 3 + 4 + 5 + 6 + 7 + 8,
			9 + 10 + 11 + 12 + 13 + 14 + 15,
		]);
	});

	it("take what stood at their end, where nothing can be added up", () => {
		expect(standingPerPoint(days(15), 7)).toEqual([8, 15]);
	});

	it("are what was counted when they are days", () => {
		expect(countedPerPoint(days(3), 1)).toEqual([1, 2, 3]);
		expect(chartPoints("2026-02-28", 2, 1, "en").map(({ tick }) => tick)).toEqual(["28 Feb", "1 Mar"]);
	});
});
