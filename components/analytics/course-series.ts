import type { ChartSeries } from "@/components/charts/types";
import type { Course, Rate } from "@/lib/analytics/period/course";

/** A course as a series of a chart, with what it is compared with as its hairline, place by place. */
export function courseSeries(
	key: string,
	label: string,
	{ series, previousSeries }: Course | Rate,
): ChartSeries {
	return {
		key,
		label,
		values: series,
		...(previousSeries && { previous: series.map((_, index) => previousSeries[index] ?? null) }),
	};
}

/** The same without a hairline, for charts of several series. */
export function plainSeries(key: string, label: string, { series }: Course | Rate): ChartSeries {
	return { key, label, values: series };
}
