import { useLocale, useTranslations } from "next-intl";
import { Tiles } from "@/components/analytics/tiles";
import { TrendTile } from "@/components/layout/trend-tile";
import type { Moderation } from "@/lib/analytics/moderation/schema";
import { serverDays } from "@/lib/analytics/period/server-days";
import { formatDuration, formatNumber } from "@/lib/format";
import { caseListHref } from "./case-list";

type ModerationTilesProps = { guildId: string; figures: Moderation };

/** Cases, what is open, how long cases last, and what was taken back. */
export function ModerationTiles({ guildId, figures }: ModerationTilesProps) {
	const t = useTranslations("analytics-moderation.tiles");
	const locale = useLocale();
	const { period, cases, open, times, previousTimes, reversals, previousReversals } = figures;
	const { from, to } = serverDays(period);
	const list = (search: Record<string, string>) => caseListHref(guildId, figures, search);
	const duration = (seconds: number) => formatDuration(seconds, locale);
	const count = (value: number) => formatNumber(value, locale);
	return (
		<Tiles label={t("label")}>
			<TrendTile
				label={t("cases")}
				{...cases}
				good="neither"
				unfinished={period.underWay}
				href={list({ from, to })}
			/>
			<TrendTile label={t("open")} {...open} good="down" href={list({ status: "open" })} />
			{times.median === null || times.p90 === null ? null : (
				<TrendTile
					label={t("median")}
					value={times.median}
					previous={previousTimes?.median ?? null}
					good="neither"
					format={duration}
					detail={t("p90", { time: duration(times.p90), ended: count(times.ended) })}
				/>
			)}
			<TrendTile
				label={t("reversals")}
				value={reversals.voided + reversals.lifted}
				previous={previousReversals && previousReversals.voided + previousReversals.lifted}
				good="down"
				detail={t("parts", { voided: count(reversals.voided), lifted: count(reversals.lifted) })}
			/>
		</Tiles>
	);
}
