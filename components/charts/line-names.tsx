import { type Scale, xOf, yOf } from "./scale";
import { type ChartSeries, colourOf } from "./types";

type Values = readonly (number | null)[];

/** A line with its name. */
export type NamedLine = { key: string; label: string; values: Values; colour: string };

/** A name and its position: percent from the left, pixels from the top (the text's baseline). */
export type PlacedName = { key: string; label: string; colour: string; x: number; y: number };

/** Every line of a chart, the period before as one of them. */
export function namedLines(series: readonly ChartSeries[], previousLabel: string): NamedLine[] {
	return series.flatMap(({ key, label, values, previous }, index) => [
		{ key, label, values, colour: colourOf(series, index) },
		...(previous
			? [{ key: `${key} before`, label: previousLabel, values: previous, colour: "var(--chart-previous)" }]
			: []),
	]);
}

/** Percent of a plot of 280 px that a letter of 12 px takes at most: narrower plots hide names' neighbours first. */
const percentPerLetter = 2.4;
const above = 7;
const below = 16;

/**
 * Where the names of two lines stand clear of both: the upper line's name above it, the lower one's below it, where the
 * lines are farthest apart. Null where there is no such place, and for any other number of lines.
 */
export function placeLineNames(
	lines: readonly NamedLine[],
	scale: Scale,
	height: number,
): PlacedName[] | null {
	const [first, second] = lines;
	if (first === undefined || second === undefined || lines.length > 2) return null;
	const count = first.values.length;
	const half = (Math.max(first.label.length, second.label.length) * percentPerLetter) / 2;
	const places = first.values.flatMap((_, index) => {
		const x = xOf(index, count, "edges");
		if (x < half || x > 100 - half) return [];
		const near = [first, second].map(({ values }) =>
			values.flatMap((value, other) =>
				value !== null && Math.abs(xOf(other, count, "edges") - x) <= half ? [yOf(value, scale, height)] : [],
			),
		);
		return placedAt(near, height).map((found) => ({ ...found, x }));
	});
	const best = places.toSorted((a, b) => b.gap - a.gap)[0];
	if (best === undefined) return null;
	const named = ({ key, label, colour }: NamedLine, y: number) => ({ key, label, colour, x: best.x, y });
	return [named(first, best.ys[0]), named(second, best.ys[1])];
}

type Found = { ys: [number, number]; gap: number };

/** The baselines of both names around one place; none where a name would leave the plot or lie on the other line. */
function placedAt([first = [], second = []]: readonly (readonly number[])[], height: number): Found[] {
	if (first.length === 0 || second.length === 0) return [];
	const isFirstUpper = Math.max(...first) < Math.min(...second);
	const [upper, lower] = isFirstUpper ? [first, second] : [second, first];
	const gap = Math.min(...lower) - Math.max(...upper);
	const top = Math.min(...upper) - above;
	const bottom = Math.max(...lower) + below;
	if (gap < 0 || top < 10 || bottom > height - 4) return [];
	return [{ ys: isFirstUpper ? [top, bottom] : [bottom, top], gap }];
}

/** The names of two lines beside them, in the plot. */
export function LineNames({ names }: { names: readonly PlacedName[] }) {
	return names.map(({ key, label, colour, x, y }) => (
		<text
			key={key}
			x={`${x}%`}
			y={y}
			textAnchor="middle"
			paintOrder="stroke"
			strokeWidth="3"
			strokeLinejoin="round"
			className="fill-text stroke-surface font-medium text-xs"
		>
			<tspan fill={colour}>●</tspan> {label}
		</text>
	));
}
