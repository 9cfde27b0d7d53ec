import { useTranslations } from "next-intl";
import { EndNames } from "./end-names";
import { LastDot, LineMarks } from "./line-marks";
import { LineNames, namedLines, placeLineNames } from "./line-names";
import { linePath, type Scale, scaleAround, scaleFromZero, scaleOptions } from "./scale";
import { TimeChart } from "./time-chart";
import { type ChartProps, type ChartSeries, colourOf } from "./types";

/**
 * One or more lines over time. The axis starts at zero unless the lines move little at their height; the
 * period before is a grey hairline.
 */
export function LineChart(props: ChartProps) {
	const scale = scaleAround(everyValue(props.series), scaleOptions(props.unit));
	return <Lines {...props} scale={scale} isFilled={false} />;
}

/** As `LineChart`, from zero and with the area below tinted. Areas overlap; for parts of a whole use `StackedBars`. */
export function AreaChart(props: ChartProps) {
	const scale = scaleFromZero(everyValue(props.series), scaleOptions(props.unit));
	return <Lines {...props} scale={scale} isFilled />;
}

type LinesProps = ChartProps & { scale: Scale; isFilled: boolean };

function Lines({ scale, isFilled, ...props }: LinesProps) {
	const { series, height = 200, unfinished = false } = props;
	const t = useTranslations("charts");
	const names = placeLineNames(namedLines(series, t("previous")), scale, height);
	const hasAside = names === null && series.length > 1;
	return (
		<TimeChart
			{...props}
			scale={scale}
			spread="edges"
			isNamed={names !== null}
			{...(hasAside && { aside: <EndNames series={series} scale={scale} height={height} /> })}
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
						{series.map((each, index) => (
							<LineMarks
								key={each.key}
								series={each}
								colour={colourOf(series, index)}
								scale={scale}
								height={plotHeight}
								isFilled={isFilled}
								unfinished={unfinished}
							/>
						))}
					</svg>
					{series.map((each, index) => (
						<LastDot
							key={each.key}
							series={each}
							colour={colourOf(series, index)}
							scale={scale}
							height={plotHeight}
							unfinished={unfinished}
						/>
					))}
					{names && <LineNames names={names} />}
				</>
			)}
		</TimeChart>
	);
}

function everyValue(series: readonly ChartSeries[]): (number | null)[] {
	return series.flatMap(({ values, previous }) => [...values, ...(previous ?? [])]);
}
