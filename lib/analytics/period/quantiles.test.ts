import { expect, it } from "vitest";
import { quantile } from "./quantiles";

it("is one of the values, whatever their order", () => {
	expect(quantile([30, 10, 20], 0.5)).toBe(20);
	expect(quantile([4, 3, 2, 1], 0.5)).toBe(2);
	expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
	expect(quantile([10, 9], 0.9)).toBe(10);
});

it("is not known of nothing", () => {
	expect(quantile([], 0.5)).toBeNull();
});
