import { useLocale, useTranslations } from "next-intl";
import { separatorOf } from "@/lib/export/separator";
import { chartCsv, csvAddress } from "./csv";
import type { ChartPoint, ChartSeries } from "./types";

/** Makes the download of a chart's numbers, as spreadsheets in the reader's language take it. */
export function useCsvAddress() {
	const t = useTranslations("charts");
	const separator = separatorOf(useLocale());
	const previous = (label: string) => t("previousOf", { label });
	return (points: readonly ChartPoint[], series: readonly ChartSeries[], place: string) =>
		csvAddress(chartCsv(points, series, { place, previous, separator }));
}
