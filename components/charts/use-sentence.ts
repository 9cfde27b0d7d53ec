import { useLocale, useTranslations } from "next-intl";
import { formatPercent, percentChange } from "@/lib/format";
import { exactFigure } from "./format";
import { peakOf } from "./readings";
import type { ChartProps } from "./types";

/** The sentence of a chart over time: what it was given, or its total, its change and its peak. */
export function useSentence(
	{ summary, total, points, unit = "number", unfinished }: ChartProps,
	values: readonly (readonly (number | null)[])[],
): string {
	const t = useTranslations("charts");
	const locale = useLocale();
	const peak = peakOf(points, values);
	const said = [
		total && t(...totalWords(total, (value) => exactFigure(value, unit, locale), locale)),
		peak && t("summary", { peak: exactFigure(peak.value, unit, locale), when: peak.point.label }),
		unfinished && t("unfinished"),
	];
	return summary ?? said.filter(Boolean).join(" ");
}

type TotalWords = [
	message: "totalAlone" | "totalMore" | "totalLess" | "totalSame" | "totalNew",
	values: { total: string; change: string },
];

function totalWords(
	{ value, previous = null }: NonNullable<ChartProps["total"]>,
	figure: (value: number) => string,
	locale: string,
): TotalWords {
	const { ratio, direction } = percentChange(value, previous);
	const values = { total: figure(value), change: formatPercent(Math.abs(ratio ?? 0), locale, 0) };
	if (previous === null) return ["totalAlone", values];
	if (direction === "flat") return ["totalSame", values];
	if (ratio === null) return ["totalNew", values];
	return [direction === "up" ? "totalMore" : "totalLess", values];
}
