import type { ReactNode } from "react";
import { axisHeight, Grid, topSpace, XAxis, YAxis } from "./axes";
import { ChartCursor, type Readings } from "./chart-cursor";
import type { Scale, Spread } from "./scale";
import type { ChartPoint, ChartUnit } from "./types";

type PlotProps = {
	title: string;
	points: readonly ChartPoint[];
	scale: Scale;
	height: number;
	unit: ChartUnit;
	spread: Spread;
	readings: Readings;
	/** Stands right of the plot where there is room: the lines' own names. */
	aside?: ReactNode;
	children: ReactNode;
};

/** Axes, gridlines and the cursor around the marks that a chart draws. */
export function Plot({ title, points, scale, height, unit, spread, readings, aside, children }: PlotProps) {
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
				<ChartCursor title={title} readings={readings} spread={spread} />
			</div>
			{aside}
		</div>
	);
}
