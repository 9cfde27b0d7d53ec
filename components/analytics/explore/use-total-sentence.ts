import { useLocale, useTranslations } from "next-intl";
import { exactFigure } from "@/components/charts/format";
import { catalogue } from "@/lib/explore/catalogue";
import type { ExploreResult } from "@/lib/explore/schema";

/** What a result says of the whole period; nothing where that was not asked for. */
export function useTotalSentence({ measure, total }: ExploreResult): string {
	const t = useTranslations("explore.sentence");
	const locale = useLocale();
	const { unit, adds } = catalogue[measure];
	if (total.value === null) return "";
	const said = { total: exactFigure(total.value, unit, locale) };
	if (total.previous === null) return t(adds ? "total" : "whole", said);
	const previous = exactFigure(total.previous, unit, locale);
	return t(adds ? "totalBefore" : "wholeBefore", { ...said, previous });
}
