import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { Legend } from "./legend";
import { Plot } from "./plot";
import { isFlat, lastSoFar, readingsOf } from "./readings";
import type { Scale, Spread } from "./scale";
import type { ChartProps } from "./types";
import { useCsvAddress } from "./use-csv-address";
import { useSentence } from "./use-sentence";

type TimeChartProps = ChartProps & {
	scale: Scale;
	spread: Spread;
	/** How high the series stand on each other at each place; the period before is not drawn then. */
	stacks?: readonly number[];
	/** Right of the plot where there is room; the legend above it is for narrow containers then. */
	aside?: ReactNode;
	/** The lines have their names beside them, so that no legend is needed. */
	isNamed?: boolean;
	/** The marks, in a box as wide as the plot and `height` tall. */
	children: (height: number) => ReactNode;
};

/** What line and bar charts share: frame, sentence, legend, axes, cursor, table and CSV. */
export function TimeChart(props: TimeChartProps) {
	const { title, series, unit = "number", height = 200, scale, spread, stacks, aside, children } = props;
	const t = useTranslations("charts");
	const locale = useLocale();
	const csvFor = useCsvAddress();
	const summary = useSentence(props, stacks ? [stacks] : series.map(({ values }) => values));
	const points = props.unfinished ? lastSoFar(props.points, (label) => t("soFar", { label })) : props.points;
	const previousOf = (label: string) => t("previousOf", { label });
	return (
		<ChartFrame
			title={title}
			summary={summary}
			empty={points.length === 0 || isFlat(series)}
			csv={csvFor(points, series, t("place"))}
			table={<ChartTable title={title} points={points} series={series} unit={unit} />}
		>
			{props.isNamed ? null : (
				<Legend series={series} narrowOnly={aside !== undefined} withPrevious={stacks === undefined} />
			)}
			<Plot
				title={title}
				points={points}
				scale={scale}
				height={height}
				unit={unit}
				spread={spread}
				readings={readingsOf(points, series, {
					locale,
					unit,
					unknown: t("unknown"),
					previousOf,
					...(stacks && { total: { label: t("total"), values: stacks } }),
				})}
				zoomHint={t("zoomHint")}
				aside={aside}
			>
				{children(height)}
			</Plot>
		</ChartFrame>
	);
}
