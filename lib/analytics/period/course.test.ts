import { describe, expect, it } from "vitest";
import { courseOf, rateOf } from "./course";
import { elapsedSeconds } from "./elapsed";
import { seriesOf, standingOf, summedSeries } from "./series";

describe("what adds up over points", () => {
	it("has a value of its own for what it is compared with", () => {
		expect(courseOf([1, 2, 3], [4])).toEqual({
			value: 6,
			previous: 4,
			series: [1, 2, 3],
			previousSeries: [4],
		});
		expect(courseOf([1], null).previous).toBeNull();
	});

	it("counts nothing where there is no row, and leaves out rows beyond its points", () => {
		expect(seriesOf([{ point: 2, joins: 5 }], "joins", 3)).toEqual([0, 5, 0]);
		const rows = [
			{ point: 0, date: 1, messages: 9 },
			{ point: 1, date: 1, messages: 2 },
			{ point: 1, date: 2, messages: 3 },
			{ point: 3, date: 2, messages: 9 },
		];
		expect(summedSeries(rows, "point", "messages", 2)).toEqual([5, 0]);
		expect(summedSeries(rows, "date", "messages", 2)).toEqual([11, 12]);
	});

	it("stands where it stood before, and what came and went", () => {
		expect(standingOf(10, [2, -3, 0])).toEqual([12, 9, 9]);
	});
});

describe("a figure for each", () => {
	it("is not known where there is nobody", () => {
		const rate = rateOf(courseOf([6, 0], [3, 1]), courseOf([2, 0], [0, 1]));
		expect(rate).toEqual({ value: 3, previous: 4, series: [3, null], previousSeries: [null, 1] });
	});
});

describe("the time that has passed", () => {
	it("is all of a point that is over, a part of the one under way, and none of those to come", () => {
		const edges = [0, 1, 2, 3].map((hour) => new Date(hour * 3_600_000).toISOString());
		expect(elapsedSeconds(edges, 1.5 * 3_600_000)).toEqual([3600, 1800, 0]);
	});
});
