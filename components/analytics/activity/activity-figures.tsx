import { useLocale, useTranslations } from "next-intl";
import { TrendTile } from "@/components/layout/trend-tile";
import type { Activity } from "@/lib/analytics/activity/schema";
import { formatNumber, formatPercent } from "@/lib/format";
import { Tiles } from "../tiles";

/** What was written, by how many, and how others answered, each against what it is compared with. */
export function ActivityFigures({ figures }: { figures: Activity }) {
	const t = useTranslations("analytics-activity.figures");
	const locale = useLocale();
	const { messages, active, perMember, replies, reactions, period } = figures;
	const unfinished = period.underWay;
	return (
		<Tiles label={t("title")}>
			<TrendTile label={t("messages")} {...messages} unfinished={unfinished} />
			{active ? <TrendTile label={t("active")} {...active} unfinished={unfinished} /> : null}
			{perMember ? (
				<TrendTile
					label={t("perMember")}
					value={perMember.value ?? 0}
					previous={perMember.previous}
					series={perMember.series.map((value) => value ?? 0)}
					unfinished={unfinished}
					format={(value) => formatNumber(value, locale, 1)}
				/>
			) : null}
			{replies ? (
				<TrendTile
					label={t("replies")}
					{...replies}
					unfinished={unfinished}
					detail={t("ofMessages", { percent: formatPercent(shareOf(replies.value, messages.value), locale) })}
				/>
			) : null}
			{reactions ? <TrendTile label={t("reactions")} {...reactions} unfinished={unfinished} /> : null}
		</Tiles>
	);
}

function shareOf(part: number, whole: number): number {
	return whole === 0 ? 0 : part / whole;
}
