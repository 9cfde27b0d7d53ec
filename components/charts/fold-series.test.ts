import { expect, it } from "vitest";
import { foldSeries } from "./fold-series";

const series = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		key: `s${index}`,
		label: `Series ${index}`,
		values: [index, index === 3 ? null : 1],
	}));

it("leaves eight series as they are", () => {
	const eight = series(8);
	expect(foldSeries(eight, "Others")).toBe(eight);
});

it("keeps the seven largest of more in their order and adds the rest up, so that nothing is lost", () => {
	const folded = foldSeries(series(12), "Others");
	expect(folded.map(({ label }) => label)).toEqual([
		...[5, 6, 7, 8, 9, 10, 11].map((index) => `Series ${index}`),
		"Others",
	]);
	expect(folded.at(-1)?.values).toEqual([0 + 1 + 2 + 3 + 4, 4]);
});
