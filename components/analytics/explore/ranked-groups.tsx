import { useLocale, useTranslations } from "next-intl";
import { exactFigure } from "@/components/charts/format";
import { RankedBars, type RankedItem } from "@/components/charts/ranked-bars";
import type { ChartUnit } from "@/components/charts/types";
import { ChannelName } from "@/components/discord/channel-name";
import type { ExploreResult } from "@/lib/explore/schema";
import { useExploreWords } from "./use-explore-words";

type RankedGroupsProps = {
	title: string;
	result: ExploreResult;
	unit: ChartUnit;
	measure: string;
	/** The sentence about the whole. */
	total: string;
	/** How many are shown. */
	rows: number;
};

/** The largest groups, each a bar. */
export function RankedGroups({ title, result, unit, measure, total, rows }: RankedGroupsProps) {
	const t = useTranslations("explore");
	const words = useExploreWords();
	const locale = useLocale();
	const { groups, groupCount, dimension } = result;
	const shown = groups.slice(0, rows);
	const [first] = shown;
	const sentences = [
		first &&
			t("sentence.top", {
				name: words.group(first, dimension),
				value: exactFigure(first.value ?? 0, unit, locale),
			}),
		total,
		shown.length < groupCount && t("largest", { shown: shown.length, count: groupCount }),
	];
	return (
		<RankedBars
			title={title}
			summary={sentences.filter(Boolean).join(" ")}
			measure={measure}
			unit={unit}
			items={shown.map((group): RankedItem => {
				const name = words.group(group, dimension);
				return {
					key: group.key,
					name,
					value: group.value ?? 0,
					...(group.type === null ? {} : { label: <ChannelName channel={{ name, type: group.type }} /> }),
					...(group.previous === null ? {} : { previous: group.previous }),
				};
			})}
		/>
	);
}
