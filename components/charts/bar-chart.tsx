import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Bars, Hairlines } from "./bar-marks";
import { foldSeries } from "./fold-series";
import { scaleFromZero, scaleOptions } from "./scale";
import { TimeChart } from "./time-chart";
import { type ChartProps, type ChartSeries, colourOf } from "./types";

/** Bars from zero, several series side by side; the period before is a hairline across its bar's place. */
export function BarChart(props: ChartProps) {
	const { series, points, unfinished } = props;
	const scale = scaleFromZero(
		series.flatMap(({ values, previous }) => [...values, ...(previous ?? [])]),
		scaleOptions(props.unit),
	);
	return (
		<TimeChart {...props} scale={scale} spread="slots">
			{(height) => (
				<Stretched height={height}>
					{series.map(({ key, values, previous }, index) => {
						const place = { lane: { index, of: series.length }, scale, height };
						return (
							<g key={key}>
								<Bars {...place} values={values} colour={colourOf(series, index)} unfinished={unfinished} />
								{previous && <Hairlines {...place} values={previous} count={points.length} />}
							</g>
						);
					})}
				</Stretched>
			)}
		</TimeChart>
	);
}

/**
 * Parts of a whole over time: each place is one bar, its parts stacked in the order given, the first at the bottom. Of
 * more than eight series, the seven largest are shown and the others as one.
 */
export function StackedBars(props: ChartProps) {
	const t = useTranslations("charts");
	const { points, unfinished } = props;
	const series = foldSeries(props.series, t("others"));
	const stacks = points.map((_, place) => sumAt(series, place));
	const scale = scaleFromZero(stacks, scaleOptions(props.unit));
	return (
		<TimeChart {...props} series={series} scale={scale} spread="slots" stacks={stacks}>
			{(height) => (
				<Stretched height={height}>
					{series.map(({ key, values }, index) => (
						<Bars
							key={key}
							values={values}
							colour={colourOf(series, index)}
							lane={{ index: 0, of: 1 }}
							scale={scale}
							height={height}
							unfinished={unfinished}
							below={points.map((_, place) => sumAt(series.slice(0, index), place))}
						/>
					))}
				</Stretched>
			)}
		</TimeChart>
	);
}

function Stretched({ height, children }: { height: number; children: ReactNode }) {
	return (
		<svg
			aria-hidden="true"
			viewBox={`0 0 100 ${height}`}
			preserveAspectRatio="none"
			width="100%"
			height={height}
			className="overflow-visible"
		>
			{children}
		</svg>
	);
}

function sumAt(series: readonly ChartSeries[], place: number): number {
	return series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0);
}
