import type { ReactNode } from "react";
import { axisHeight, Grid, topSpace, XAxis, YAxis } from "./axes";
import { ChartCursor, type Readings } from "./chart-cursor";
import type { Scale, Spread } from "./scale";
import type { ChartPoint, ChartUnit } from "./types";
import { type PlaceDays, ZoomCursor } from "./zoom-cursor";

type PlotProps = {
	title: string;
	points: readonly ChartPoint[];
	scale: Scale;
	height: number;
	unit: ChartUnit;
	spread: Spread;
	readings: Readings;
	/** Said to those who mark a stretch of time with the keyboard, where places have dates. */
	zoomHint: string;
	/** Stands right of the plot where there is room: the lines' own names. */
	aside?: ReactNode;
	children: ReactNode;
};

/** Axes, gridlines and the cursor around the marks that a chart draws. */
export function Plot({ points, scale, height, unit, spread, aside, children, ...rest }: PlotProps) {
	const { title, readings, zoomHint } = rest;
	const cursor = { title, readings, spread };
	const days = placeDays(points);
	return (
		<div className="flex">
			<YAxis scale={scale} height={height} unit={unit} />
			<div className="relative min-w-0 grow">
				<svg
					width="100%"
					height={height + axisHeight + topSpace}
					aria-hidden="true"
					className="block overflow-visible"
				>
					<svg
						aria-hidden="true"
						y={topSpace}
						width="100%"
						height={height + axisHeight}
						className="overflow-visible"
					>
						<Grid scale={scale} height={height} />
						{children}
						<XAxis points={points} height={height} spread={spread} />
					</svg>
				</svg>
				{days ? <ZoomCursor {...cursor} days={days} hint={zoomHint} /> : <ChartCursor {...cursor} />}
			</div>
			{aside}
		</div>
	);
}

/** The dates of all places; undefined where one has none, or where all lie on the same day, which cannot be zoomed. */
function placeDays(points: readonly ChartPoint[]): PlaceDays | undefined {
	const days = points.flatMap((point) => point.days ?? []);
	if (days.length < points.length || days[0]?.first === days.at(-1)?.last) return undefined;
	return { first: days.map(({ first }) => first), last: days.map(({ last }) => last) };
}
