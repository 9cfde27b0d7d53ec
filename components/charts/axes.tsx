import { useLocale } from "next-intl";
import { shortFigure } from "./format";
import { labelledPlaces, type Scale, type Spread, xOf, yOf } from "./scale";
import type { ChartPoint, ChartUnit } from "./types";

/** Pixels under the plot for the labels of the horizontal axis. */
export const axisHeight = 24;
/** Pixels above the plot, so that the top label is not cut. */
export const topSpace = 8;

type YAxisProps = { scale: Scale; height: number; unit: ChartUnit };

/** The figures beside the gridlines. Drawn unscaled, so the text keeps its 12 px at every width. */
export function YAxis({ scale, height, unit }: YAxisProps) {
	const locale = useLocale();
	const labels = scale.ticks.map((tick) => shortFigure(tick, unit, locale));
	const width = Math.max(...labels.map((label) => label.length)) * 7 + 14;
	return (
		<svg width={width} height={height + axisHeight + topSpace} aria-hidden="true" className="shrink-0">
			{labels.map((label, index) => (
				<text
					key={scale.ticks[index]}
					x={width - 8}
					y={topSpace + yOf(scale.ticks[index] ?? 0, scale, height) + 4}
					textAnchor="end"
					className="fill-muted text-xs"
				>
					{label}
				</text>
			))}
		</svg>
	);
}

/** One line a tick; the one at zero (or the lowest) is stronger. */
export function Grid({ scale, height }: { scale: Scale; height: number }) {
	const ground = scale.ticks.includes(0) ? 0 : scale.min;
	return scale.ticks.map((tick) => (
		<line
			key={tick}
			x1="0"
			x2="100%"
			y1={yOf(tick, scale, height)}
			y2={yOf(tick, scale, height)}
			shapeRendering="crispEdges"
			className={tick === ground ? "stroke-chart-previous" : "stroke-chart-grid"}
		/>
	));
}

type XAxisProps = {
	points: readonly ChartPoint[];
	height: number;
	spread: Spread;
};

/** Pixels of the narrowest plot, and of the narrowest one in a container that counts as wide. */
const narrowPlot = 230;
const widePlot = 440;
const mostLabels = 7;

/** Labels under the plot: up to seven, and fewer where the container is narrow or they are long. */
export function XAxis({ points, height, spread }: XAxisProps) {
	const longest = Math.max(0, ...points.map(({ tick }) => tick.length)) * 7 + 12;
	const placesOn = (plot: number) =>
		new Set(labelledPlaces(points.length, Math.min(mostLabels, Math.max(1, Math.floor(plot / longest)))));
	const wide = placesOn(widePlot);
	const narrow = placesOn(narrowPlot);
	const places = [...new Set([...wide, ...narrow])];
	return places.map((index) => {
		const x = xOf(index, points.length, spread);
		return (
			<text
				key={points[index]?.key}
				x={`${x}%`}
				y={height + axisHeight - 6}
				textAnchor={x < 4 ? "start" : x > 96 ? "end" : "middle"}
				className={`fill-muted text-xs ${visibility(wide.has(index), narrow.has(index))}`}
			>
				{points[index]?.tick}
			</text>
		);
	});
}

function visibility(wide: boolean, narrow: boolean): string {
	if (wide && narrow) {
		return "";
	}
	return wide ? "@max-lg:hidden" : "@lg:hidden";
}
