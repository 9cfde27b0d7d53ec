import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { chartCsv, csvAddress } from "./csv";
import { exactFigure } from "./format";
import { Legend } from "./legend";
import { Plot } from "./plot";
import { isFlat, lastSoFar, peakOf, readingsOf } from "./readings";
import type { Scale, Spread } from "./scale";
import type { ChartProps, ChartSeries } from "./types";

type TimeChartProps = ChartProps & {
	scale: Scale;
	spread: Spread;
	/** Where the sentence looks for the highest value, when not in the series themselves. */
	peaks?: readonly ChartSeries[];
	/** Right of the plot where there is room; the legend above it is for narrow containers then. */
	aside?: ReactNode;
	/** The lines have their names beside them, so that no legend is needed. */
	isNamed?: boolean;
	/** The marks, in a box as wide as the plot and `height` tall. */
	children: (height: number) => ReactNode;
};

/** What line and bar charts share: frame, sentence, legend, axes, cursor, table and CSV. */
export function TimeChart(props: TimeChartProps) {
	const { title, series, unit = "number", height = 200, scale, spread, aside, children } = props;
	const t = useTranslations("charts");
	const points = props.unfinished ? lastSoFar(props.points, (label) => t("soFar", { label })) : props.points;
	const locale = useLocale();
	const previousOf = (label: string) => t("previousOf", { label });
	const peak = peakOf(props.points, props.peaks ?? series);
	const highest = peak
		? t("summary", { peak: exactFigure(peak.value, unit, locale), when: peak.point.label })
		: "";
	const said = [highest, props.unfinished ? t("unfinished") : ""].filter(Boolean).join(" ");
	return (
		<ChartFrame
			title={title}
			summary={props.summary ?? said}
			empty={points.length === 0 || isFlat(series)}
			csv={csvAddress(chartCsv(points, series, { place: t("place"), previous: previousOf }))}
			table={<ChartTable title={title} points={points} series={series} unit={unit} />}
		>
			{props.isNamed ? null : <Legend series={series} narrowOnly={aside !== undefined} />}
			<Plot
				title={title}
				points={points}
				scale={scale}
				height={height}
				unit={unit}
				spread={spread}
				readings={readingsOf(points, series, { locale, unit, unknown: t("unknown"), previousOf })}
				aside={aside}
			>
				{children(height)}
			</Plot>
		</ChartFrame>
	);
}
