import type { ReactNode } from "react";
import { type Scale, scaleFromZero, yOf } from "./scale";
import { TimeChart } from "./time-chart";
import { type ChartProps, type ChartSeries, colourOf } from "./types";

/** How much of a slot its bar fills, in percent of the slot. */
const fill = 72;

/** Bars from zero, several series side by side; the period before is a hairline across its bar's place. */
export function BarChart(props: ChartProps) {
	const { series, points } = props;
	const scale = scaleFromZero(
		series.flatMap(({ values, previous }) => [...values, ...(previous ?? [])]),
		{ whole: props.unit !== "percent" },
	);
	return (
		<TimeChart {...props} scale={scale} spread="slots">
			{(height) =>
				series.map((each, index) => (
					<g key={each.key}>
						<Bars
							series={each}
							colour={colourOf(series, index)}
							lane={{ index, of: series.length }}
							scale={scale}
							height={height}
							unfinished={props.unfinished}
						/>
						{each.previous && (
							<Marks
								values={each.previous}
								lane={{ index, of: series.length }}
								count={points.length}
								scale={scale}
								height={height}
							/>
						)}
					</g>
				))
			}
		</TimeChart>
	);
}

/** Parts of a whole over time: each place is one bar, its parts stacked in the order given, the first at the bottom. */
export function StackedBars(props: ChartProps) {
	const { series, points } = props;
	const totals = points.map((_, place) => sumAt(series, place));
	const scale = scaleFromZero(totals, { whole: props.unit !== "percent" });
	return (
		<TimeChart {...props} scale={scale} spread="slots" peaks={[{ key: "total", label: "", values: totals }]}>
			{(height) =>
				series.map((each, index) => (
					<Bars
						key={each.key}
						series={each}
						colour={colourOf(series, index)}
						lane={{ index: 0, of: 1 }}
						scale={scale}
						height={height}
						unfinished={props.unfinished}
						below={points.map((_, place) => sumAt(series.slice(0, index), place))}
					/>
				))
			}
		</TimeChart>
	);
}

type Lane = { index: number; of: number };

type BarsProps = {
	series: ChartSeries;
	colour: string;
	/** Which of the bars of one place this is. */
	lane: Lane;
	scale: Scale;
	height: number;
	/** What each bar stands on; zero without. */
	below?: readonly number[];
	/** The last bar is not over yet: it is drawn open. */
	unfinished: boolean | undefined;
};

function Bars({ series: { values }, colour, lane, scale, height, below, unfinished }: BarsProps): ReactNode {
	return values.map((value, place) => {
		if (value === null || value === 0) {
			return null;
		}
		const ground = below?.[place] ?? 0;
		const ends = [yOf(ground, scale, height), yOf(ground + value, scale, height)] as const;
		const { x, width } = laneAt(place, values.length, lane);
		const top = Math.min(...ends);
		return (
			<rect
				// biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place; bars never move
				key={place}
				x={`${x}%`}
				width={`${width}%`}
				y={top}
				height={Math.max(1, Math.max(...ends) - top)}
				fill={colour}
				{...(unfinished && place === values.length - 1 && open(colour))}
			/>
		);
	});
}

function open(colour: string) {
	return { stroke: colour, strokeDasharray: "3 2", fillOpacity: "0.2" };
}

type MarksProps = {
	values: readonly (number | null)[];
	lane: Lane;
	count: number;
	scale: Scale;
	height: number;
};

function Marks({ values, lane, count, scale, height }: MarksProps): ReactNode {
	return values.slice(0, count).map((value, place) => {
		if (value === null) {
			return null;
		}
		const { x, width } = laneAt(place, count, lane);
		const y = yOf(value, scale, height);
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place; marks never move
			<g key={place} strokeWidth="1.5">
				<line x1={`${x}%`} x2={`${x + width}%`} y1={y} y2={y} strokeWidth="4" className="stroke-surface" />
				<line x1={`${x}%`} x2={`${x + width}%`} y1={y} y2={y} className="stroke-chart-previous" />
			</g>
		);
	});
}

function laneAt(place: number, count: number, lane: Lane): { x: number; width: number } {
	const slot = 100 / count;
	const width = (slot * fill) / 100 / lane.of;
	return { x: slot * place + (slot * (100 - fill)) / 200 + width * lane.index, width };
}

function sumAt(series: readonly ChartSeries[], place: number): number {
	return series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0);
}
