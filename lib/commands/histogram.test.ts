import { describe, expect, it } from "vitest";
import { figuresOf, percentiles } from "./histogram";

const bucket = (ms: number | null, executions: number, errors = 0) => ({ ms, executions, errors });

describe("the percentile of a histogram", () => {
	it("is the time of the bucket in which the rank falls", () => {
		const buckets = [bucket(100, 50), bucket(200, 45), bucket(3000, 5)];
		expect(percentiles(buckets, [0.5])).toEqual([100]);
		expect(percentiles(buckets, [0.51])).toEqual([200]);
		expect(percentiles(buckets, [0.95])).toEqual([200]);
		expect(percentiles(buckets, [0.96])).toEqual([3000]);
	});

	it("does not depend on the order of the buckets", () => {
		expect(percentiles([bucket(900, 1), bucket(10, 9)], [0.5])).toEqual([10]);
	});

	it("passes over executions whose time is unknown", () => {
		expect(percentiles([bucket(null, 99), bucket(40, 1)], [0.5])).toEqual([40]);
		expect(percentiles([bucket(null, 3)], [0.5])).toEqual([null]);
		expect(percentiles([], [0.95])).toEqual([null]);
	});
});

describe("the figures of a period", () => {
	it("count every execution and every error, timed or not", () => {
		expect(figuresOf([bucket(null, 2, 2), bucket(50, 8, 1)])).toEqual({
			executions: 10,
			errors: 3,
			median: 50,
			slowest: 50,
		});
	});
});
