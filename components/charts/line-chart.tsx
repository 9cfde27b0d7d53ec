import { axisHeight, topSpace } from "./axes";
import { areaPath, linePath, type Scale, scaleAround, scaleFromZero, spreadLabels, xOf, yOf } from "./scale";
import { TimeChart } from "./time-chart";
import { type ChartProps, type ChartSeries, colourOf } from "./types";

/**
 * One or more lines over time. The axis starts at zero unless the lines move little at their height; the
 * period before is a grey hairline.
 */
export function LineChart(props: ChartProps) {
	const scale = scaleAround(everyValue(props.series), { whole: props.unit !== "percent" });
	return <Lines {...props} scale={scale} isFilled={false} />;
}

/** As `LineChart`, from zero and with the area below tinted. Areas overlap; for parts of a whole use `StackedBars`. */
export function AreaChart(props: ChartProps) {
	const scale = scaleFromZero(everyValue(props.series), { whole: props.unit !== "percent" });
	return <Lines {...props} scale={scale} isFilled />;
}

type LinesProps = ChartProps & { scale: Scale; isFilled: boolean };

function Lines({ scale, isFilled, ...props }: LinesProps) {
	const { series, height = 200 } = props;
	const hasNames = series.length > 1;
	return (
		<TimeChart
			{...props}
			scale={scale}
			spread="edges"
			{...(hasNames && { aside: <EndNames series={series} scale={scale} height={height} /> })}
		>
			{(plotHeight) => (
				<>
					<svg
						aria-hidden="true"
						viewBox={`0 0 100 ${plotHeight}`}
						preserveAspectRatio="none"
						width="100%"
						height={plotHeight}
						className="overflow-visible"
						fill="none"
						strokeLinejoin="round"
						strokeLinecap="round"
					>
						{series.map(({ key, previous }) =>
							previous ? (
								<path
									key={key}
									d={linePath(previous, scale, plotHeight)}
									className="stroke-chart-previous"
									vectorEffect="non-scaling-stroke"
								/>
							) : null,
						)}
						{series.map(({ key, values }, index) => (
							<g key={key} stroke={colourOf(series, index)}>
								{isFilled && (
									<path
										d={areaPath(values, scale, plotHeight)}
										fill={colourOf(series, index)}
										fillOpacity="0.12"
										stroke="none"
									/>
								)}
								<path
									d={linePath(values, scale, plotHeight)}
									strokeWidth="2"
									vectorEffect="non-scaling-stroke"
								/>
							</g>
						))}
					</svg>
					{series.map((each, index) => (
						<LastDot
							key={each.key}
							series={each}
							colour={colourOf(series, index)}
							scale={scale}
							height={plotHeight}
						/>
					))}
				</>
			)}
		</TimeChart>
	);
}

type LastDotProps = { series: ChartSeries; colour: string; scale: Scale; height: number };

/** Marks the latest known value. */
function LastDot({ series: { values }, colour, scale, height }: LastDotProps) {
	const index = values.findLastIndex((value) => value !== null);
	const value = values[index] ?? null;
	return value === null ? null : (
		<circle
			cx={`${xOf(index, values.length, "edges")}%`}
			cy={yOf(value, scale, height)}
			r="3"
			fill={colour}
			strokeWidth="1.5"
			className="stroke-surface"
		/>
	);
}

type EndNamesProps = { series: readonly ChartSeries[]; scale: Scale; height: number };

/** Each line's name where the line ends, moved apart when lines end close together. */
function EndNames({ series, scale, height }: EndNamesProps) {
	const wanted = series.map(({ values }) =>
		yOf(values.findLast((value) => value !== null) ?? 0, scale, height),
	);
	const placed = spreadLabels(wanted, 15, height);
	const longest = Math.max(...series.map(({ label }) => label.length));
	return (
		<svg
			width={Math.min(140, longest * 7 + 16)}
			height={height + axisHeight + topSpace}
			aria-hidden="true"
			className="shrink-0 overflow-visible @max-lg:hidden"
		>
			{series.map(({ key, label }, index) => {
				const y = topSpace + (placed[index] ?? 0);
				return (
					<g key={key}>
						<rect x="7" y={y - 5} width="3" height="10" rx="1" fill={colourOf(series, index)} />
						<text x="14" y={y + 4} className="fill-text text-xs">
							{label}
						</text>
					</g>
				);
			})}
		</svg>
	);
}

function everyValue(series: readonly ChartSeries[]): (number | null)[] {
	return series.flatMap(({ values, previous }) => [...values, ...(previous ?? [])]);
}
