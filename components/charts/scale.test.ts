import { describe, expect, it } from "vitest";
import {
	areaPath,
	extent,
	labelledPlaces,
	linePath,
	niceScale,
	placeAt,
	scaleAround,
	scaleFromZero,
	spreadLabels,
	xOf,
	yOf,
} from "./scale";

describe("niceScale", () => {
	it.each([
		[0, 7, [0, 2, 4, 6, 8]],
		[0, 100, [0, 25, 50, 75, 100]],
		[0, 18_640, [0, 5000, 10_000, 15_000, 20_000]],
		[0, 1, [0, 1]],
		[0, 0, [0, 1]],
		[4820, 5010, [4800, 4900, 5000, 5100]],
		[-30, 45, [-50, -25, 0, 25, 50]],
	])("%i to %i", (min, max, ticks) => {
		expect(niceScale(min, max).ticks).toEqual(ticks);
	});

	it.each([
		[4, [0, 1, 2, 3, 4]],
		[50, [0, 15, 30, 45, 60]],
		[500, [0, 180, 360, 540]],
		[4000, [0, 1440, 2880, 4320]],
		[40_000, [0, 14_400, 28_800, 43_200]],
	])("of %i minutes lies on hours and days", (max, ticks) => {
		expect(niceScale(0, max, { clock: true }).ticks).toEqual(ticks);
	});

	it("keeps shares tidy", () => {
		expect(niceScale(0, 0.37, { whole: false }).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
	});

	it("never has more than five ticks, holds its values and stays whole, from 1 to 10^12", () => {
		for (let max = 1; max < 1e12; max = Math.ceil(max * 1.37)) {
			const scale = niceScale(0, max);
			expect(scale.ticks.length).toBeLessThanOrEqual(5);
			expect(scale.max).toBeGreaterThanOrEqual(max);
			expect(scale.ticks.every(Number.isInteger)).toBe(true);
		}
	});
});

describe("choosing where the axis starts", () => {
	it("is zero for bars, also below", () => {
		expect(scaleFromZero([90, 100]).min).toBe(0);
		expect(scaleFromZero([-10, -4]).max).toBe(0);
	});

	it("is near the line when it moves little, and zero otherwise", () => {
		expect(scaleAround([4900, 5000, null]).min).toBeGreaterThanOrEqual(4800);
		expect(scaleAround([20, 100]).min).toBe(0);
	});

	it("is 0 to 1 without any value", () => {
		expect(extent([null, null])).toEqual([0, 0]);
		expect(scaleFromZero([])).toEqual({ ticks: [0, 1], min: 0, max: 1 });
		expect(scaleAround([null])).toEqual({ ticks: [0, 1], min: 0, max: 1 });
	});
});

describe("places", () => {
	it("span the box for lines and the slots for bars", () => {
		expect([0, 1, 2].map((index) => xOf(index, 3, "edges"))).toEqual([0, 50, 100]);
		expect(xOf(0, 1, "edges")).toBe(50);
		expect([0, 1].map((index) => xOf(index, 2, "slots"))).toEqual([25, 75]);
	});

	it.each(["edges", "slots"] as const)("are found again from where they stand (%s)", (spread) => {
		for (const count of [1, 2, 7, 365]) {
			for (let index = 0; index < count; index++) {
				expect(placeAt(xOf(index, count, spread) / 100, count, spread)).toBe(index);
			}
		}
		expect(placeAt(-0.2, 7, spread)).toBe(0);
		expect(placeAt(1.2, 7, spread)).toBe(6);
	});

	it("put the largest value at the top", () => {
		expect(yOf(10, { ticks: [], min: 0, max: 10 }, 200)).toBe(0);
		expect(yOf(0, { ticks: [], min: 0, max: 10 }, 200)).toBe(200);
	});

	it("label no more than asked, from the first", () => {
		expect(labelledPlaces(3, 7)).toEqual([0, 1, 2]);
		expect(labelledPlaces(365, 6)).toEqual([0, 61, 122, 183, 244, 305]);
		expect(labelledPlaces(0, 6)).toEqual([]);
	});
});

describe("paths", () => {
	const scale = { ticks: [], min: 0, max: 10 };

	it("break where nothing is known", () => {
		expect(linePath([0, 10, null, 5, null], scale, 100)).toBe("M0 100L25 0M75 50h0.2");
		expect(areaPath([0, 10, null, 5, null], scale, 100)).toBe("M0 100L0 100L25 0L25 100Z");
		expect(linePath([], scale, 100)).toBe("");
	});
});

describe("spreadLabels", () => {
	it("leaves labels that have room", () => {
		expect(spreadLabels([10, 80], 14, 100)).toEqual([10, 80]);
	});

	it("keeps the gap and the box, in the order given", () => {
		expect(spreadLabels([50, 48, 52], 14, 100)).toEqual([50, 36, 64]);
		expect(spreadLabels([99, 98, 100], 14, 100)).toEqual([86, 72, 100]);
		expect(spreadLabels([2, 1, 80], 14, 100)).toEqual([14, 0, 80]);
	});
});
