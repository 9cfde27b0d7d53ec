import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { chartCsv, csvAddress } from "./csv";
import { exactFigure } from "./format";
import { Legend } from "./legend";
import { Plot } from "./plot";
import { isFlat, peakOf, readingsOf } from "./readings";
import type { Scale, Spread } from "./scale";
import type { ChartProps, ChartSeries } from "./types";

type TimeChartProps = ChartProps & {
	scale: Scale;
	spread: Spread;
	/** Where the sentence looks for the highest value, when not in the series themselves. */
	peaks?: readonly ChartSeries[];
	/** Right of the plot where there is room; the legend above it is for narrow containers then. */
	aside?: ReactNode;
	/** The marks, in a box as wide as the plot and `height` tall. */
	children: (height: number) => ReactNode;
};

/** What line and bar charts share: frame, sentence, legend, axes, cursor, table and CSV. */
export function TimeChart(props: TimeChartProps) {
	const { title, points, series, unit = "number", height = 200, scale, spread, aside, children } = props;
	const t = useTranslations("charts");
	const locale = useLocale();
	const previousOf = (label: string) => t("previousOf", { label });
	const peak = peakOf(points, props.peaks ?? series);
	const said = peak
		? t("summary", { peak: exactFigure(peak.value, unit, locale), when: peak.point.label })
		: "";
	return (
		<ChartFrame
			title={title}
			summary={props.summary ?? said}
			empty={points.length === 0 || isFlat(series)}
			csv={csvAddress(chartCsv(points, series, { place: t("place"), previous: previousOf }))}
			table={<ChartTable title={title} points={points} series={series} unit={unit} />}
		>
			<Legend series={series} narrowOnly={aside !== undefined} />
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
