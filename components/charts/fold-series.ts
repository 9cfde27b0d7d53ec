import type { ChartSeries } from "./types";

/** As many as the palette has colours. */
const mostSeries = 8;

/** At most eight series: of more, the seven with the largest sums, in the order given, and the rest added up as `others`. */
export function foldSeries(series: readonly ChartSeries[], others: string): readonly ChartSeries[] {
	if (series.length <= mostSeries) return series;
	const largest = new Set(series.toSorted((a, b) => sumOf(b) - sumOf(a)).slice(0, mostSeries - 1));
	const rest = series.filter((each) => !largest.has(each));
	const added = (valuesOf: (each: ChartSeries) => ChartSeries["values"]) =>
		series[0]?.values.map((_, place) => rest.reduce((sum, each) => sum + (valuesOf(each)[place] ?? 0), 0)) ??
		[];
	return [
		...series.filter((each) => largest.has(each)),
		{
			key: "others",
			label: others,
			colour: mostSeries,
			values: added(({ values }) => values),
			...(series.some(({ previous }) => previous) && { previous: added(({ previous }) => previous ?? []) }),
		},
	];
}

function sumOf({ values }: ChartSeries): number {
	return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
