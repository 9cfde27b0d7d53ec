import { type Scale, yOf } from "./scale";

/** Which of the bars of one place is drawn. */
export type Lane = { index: number; of: number };

type Values = readonly (number | null)[];

type BarsProps = {
	values: Values;
	colour: string;
	lane: Lane;
	scale: Scale;
	height: number;
	/** The base of each bar; zero without it. */
	below?: readonly number[];
	/** The last bar is not over yet: it is drawn open. */
	unfinished: boolean | undefined;
};

/** The bars of a series as one shape, in a box 100 wide that is stretched to the plot. */
export function Bars({ values, colour, lane, scale, height, below, unfinished }: BarsProps) {
	const path = (from: number, to: number) => barsPath(values, { lane, scale, height, below, from, to });
	const last = values.length - 1;
	return (
		<g fill={colour}>
			<path d={path(0, unfinished ? last - 1 : last)} />
			{unfinished && (
				<path
					d={path(last, last)}
					fillOpacity="0.2"
					stroke={colour}
					strokeDasharray="3 2"
					vectorEffect="non-scaling-stroke"
				/>
			)}
		</g>
	);
}

type PathOptions = {
	lane: Lane;
	scale: Scale;
	height: number;
	below: readonly number[] | undefined;
	from: number;
	to: number;
};

function barsPath(values: Values, { lane, scale, height, below, from, to }: PathOptions): string {
	return values
		.map((value, place) => {
			if (value === null || value === 0 || place < from || place > to) return "";
			const ground = below?.[place] ?? 0;
			const ends = [yOf(ground, scale, height), yOf(ground + value, scale, height)];
			const { x, width } = laneAt(place, values.length, lane);
			const top = Math.min(...ends);
			const tall = Math.max(1, Math.max(...ends) - top);
			return `M${tidy(x)} ${tidy(top)}h${tidy(width)}v${tidy(tall)}h${tidy(-width)}z`;
		})
		.join("");
}

type HairlinesProps = { values: Values; lane: Lane; count: number; scale: Scale; height: number };

/** Of more bars, the ground of their hairlines would cut the bars to pieces. */
const mostWithGround = 60;

/** Where the period before stood: a hairline across each bar's place, on a wider one of the surface's colour. */
export function Hairlines({ values, lane, count, scale, height }: HairlinesProps) {
	const path = values
		.slice(0, count)
		.map((value, place) => {
			if (value === null) return "";
			const { x, width } = laneAt(place, count, lane);
			return `M${tidy(x)} ${yOf(value, scale, height)}h${tidy(width)}`;
		})
		.join("");
	return (
		<>
			{count <= mostWithGround && (
				<path d={path} strokeWidth="4" vectorEffect="non-scaling-stroke" className="stroke-surface" />
			)}
			<path d={path} strokeWidth="1.5" vectorEffect="non-scaling-stroke" className="stroke-chart-previous" />
		</>
	);
}

/** How much of its slot a bar fills: few bars are no walls, and many are no thinner than a pixel. */
function fillOf(count: number): number {
	if (count < 5) return 0.3;
	return count > 180 ? 1 : count > 60 ? 0.84 : 0.72;
}

function laneAt(place: number, count: number, lane: Lane): { x: number; width: number } {
	const slot = 100 / count;
	const room = slot * fillOf(count);
	const width = room / lane.of;
	return { x: slot * place + (slot - room) / 2 + width * lane.index, width };
}

function tidy(value: number): number {
	return Math.round(value * 1000) / 1000;
}
