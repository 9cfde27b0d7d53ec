import { useLocale, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { Heatmap } from "@/components/charts/heatmap";
import { LineChart } from "@/components/charts/line-chart";
import { catalogue } from "@/lib/explore/catalogue";
import type { Chart, ExploreResult } from "@/lib/explore/schema";
import { placesOf } from "./places";
import { RankedGroups } from "./ranked-groups";
import { TableChart } from "./table-chart";
import { useTotalSentence } from "./use-total-sentence";

type ExploreChartProps = {
	title: string;
	chart: Chart;
	result: ExploreResult;
	/** CSS pixels of a plot. */
	height?: number;
	/** How many groups a ranking shows. */
	rows?: number;
};

/** A result, drawn as was chosen. */
export function ExploreChart({ title, chart, result, height = 280, rows = 25 }: ExploreChartProps) {
	const t = useTranslations("explore");
	const locale = useLocale();
	const total = useTotalSentence(result);
	const { unit, adds } = catalogue[result.measure];
	const measure = t(`measures.${result.measure}`);
	const { values, previous } = result.places;
	if (chart === "heat") {
		const week = Array.from({ length: 7 }, (_, day) =>
			values.slice(day * 24, day * 24 + 24).map((value) => value ?? 0),
		);
		return <Heatmap title={title} values={week} measure={measure} unit={unit} />;
	}
	if (chart === "ranked") {
		return (
			<RankedGroups title={title} result={result} unit={unit} measure={measure} total={total} rows={rows} />
		);
	}
	if (chart === "table") return <TableChart title={title} result={result} measure={measure} total={total} />;
	const isLast = result.dimension === "time" && result.period.underWay;
	const Plot = chart === "bars" ? BarChart : LineChart;
	return (
		<Plot
			title={title}
			{...(adds || total === "" ? {} : { summary: total })}
			{...(adds && result.total.value !== null
				? { total: { ...result.total, value: result.total.value } }
				: {})}
			points={placesOf(result, locale)}
			series={[{ key: result.measure, label: measure, values, ...(previous && { previous }) }]}
			unit={unit}
			height={height}
			unfinished={isLast}
		/>
	);
}
