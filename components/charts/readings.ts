import type { Readings } from "./chart-cursor";
import { exactFigure } from "./format";
import type { RowReading } from "./row-reader";
import { type ChartPoint, type ChartSeries, type ChartUnit, colourOf } from "./types";

type Wording = {
	locale: string;
	unit: ChartUnit;
	unknown: string;
	previousOf: (label: string) => string;
	/** Comes after the series: what they are together. */
	total?: { label: string; values: readonly number[] };
};

/** What the cursor says at each place: every series, and the period before where it is drawn. */
export function readingsOf(
	points: readonly ChartPoint[],
	series: readonly ChartSeries[],
	{ locale, unit, unknown, previousOf, total }: Wording,
): Readings {
	const figures = (values: readonly (number | null)[]) =>
		points.map((_, index) => {
			const value = values[index] ?? null;
			return value === null ? unknown : exactFigure(value, unit, locale);
		});
	const rows = series.flatMap(({ label, values, previous }, index) => [
		{ label, colour: colourOf(series, index), figures: figures(values) },
		...(previous
			? [{ label: previousOf(label), colour: "var(--chart-previous)", figures: figures(previous) }]
			: []),
	]);
	return {
		labels: points.map(({ label }) => label),
		rows: total
			? [...rows, { label: total.label, colour: "transparent", figures: figures(total.values) }]
			: rows,
	};
}

/** The reading of each row of a ranking: its name, and every figure with what it counts. */
export function rowReadings(
	rows: readonly ChartPoint[],
	columns: readonly ChartSeries[],
	{ locale, unit, unknown, previousOf }: Omit<Wording, "total">,
): RowReading[] {
	const figure = (value: number | null | undefined, of: ChartUnit) =>
		value === null || value === undefined ? unknown : exactFigure(value, of, locale);
	return rows.map(({ label: name }, row) => ({
		name,
		figures: columns.flatMap(({ label, values, previous, unit: own = unit }) => [
			{ label, figure: figure(values[row], own) },
			...(previous ? [{ label: previousOf(label), figure: figure(previous[row], own) }] : []),
		]),
	}));
}

/** The places, the last of them with words that say it is not over yet. */
export function lastSoFar(points: readonly ChartPoint[], said: (label: string) => string): ChartPoint[] {
	return points.map((point, index) =>
		index === points.length - 1 ? { ...point, label: said(point.label) } : point,
	);
}

/** Where any of `series` is highest, for the chart's sentence; undefined without a value above zero. */
export function peakOf(
	points: readonly ChartPoint[],
	series: readonly (readonly (number | null)[])[],
): { value: number; point: ChartPoint } | undefined {
	let peak: { value: number; point: ChartPoint } | undefined;
	for (const values of series) {
		for (const [index, value] of values.entries()) {
			const point = points[index];
			if (value !== null && point && value > (peak?.value ?? 0)) {
				peak = { value, point };
			}
		}
	}
	return peak;
}

/** Whether no series has any value but zero. */
export function isFlat(series: readonly ChartSeries[]): boolean {
	return series.every(({ values }) => values.every((value) => value === null || value === 0));
}
