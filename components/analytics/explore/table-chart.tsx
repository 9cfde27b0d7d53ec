import { useLocale, useTranslations } from "next-intl";
import { ChartFrame } from "@/components/charts/chart-frame";
import { ChartTable } from "@/components/charts/chart-table";
import type { ChartPoint, ChartSeries } from "@/components/charts/types";
import { useCsvAddress } from "@/components/charts/use-csv-address";
import { catalogue, isPlaced } from "@/lib/explore/catalogue";
import type { ExploreResult } from "@/lib/explore/schema";
import { hoursOfWeek, placesOf } from "./places";
import { useExploreWords } from "./use-explore-words";

type TableChartProps = {
	title: string;
	result: ExploreResult;
	measure: string;
	/** The sentence about the whole. */
	total: string;
};

/** All figures in a table, with their CSV. */
export function TableChart({ title, result, measure, total }: TableChartProps) {
	const t = useTranslations("explore");
	const words = useTranslations("charts");
	const { points, series } = useColumn(result, measure);
	const { dimension, groups, groupCount } = result;
	const cut = groups.length < groupCount ? t("largest", { shown: groups.length, count: groupCount }) : "";
	const place = dimension === "time" ? words("place") : t(`dimensions.${dimension}`);
	const named = isPlaced(dimension) ? points : points.map((point) => ({ ...point, key: point.label }));
	const csvFor = useCsvAddress();
	return (
		<ChartFrame
			title={title}
			summary={[total, cut].filter(Boolean).join(" ")}
			empty={points.length === 0}
			csv={csvFor(named, [series], place)}
		>
			<ChartTable
				title={title}
				points={points}
				series={[series]}
				unit={catalogue[result.measure].unit}
				placeLabel={place}
			/>
		</ChartFrame>
	);
}

/** The rows of the table and their one column, with the period before beside it. */
function useColumn(result: ExploreResult, label: string): { points: ChartPoint[]; series: ChartSeries } {
	const words = useExploreWords();
	const locale = useLocale();
	const { measure, dimension, places, groups } = result;
	const key = measure;
	if (isPlaced(dimension)) {
		const { values, previous } = places;
		const points = dimension === "heat" ? hoursOfWeek(locale) : placesOf(result, locale);
		return { points, series: { key, label, values, ...(previous && { previous }) } };
	}
	const hasPrevious = groups.some(({ previous }) => previous !== null);
	return {
		points: groups.map((group) => {
			const name = words.group(group, dimension);
			return { key: group.key, label: name, tick: name };
		}),
		series: {
			key,
			label,
			values: groups.map(({ value }) => value),
			...(hasPrevious && { previous: groups.map(({ previous }) => previous) }),
		},
	};
}
