import { useLocale, useTranslations } from "next-intl";
import { TrendTile } from "@/components/layout/trend-tile";
import type { Voice } from "@/lib/analytics/voice/schema";
import { formatDuration, formatNumber } from "@/lib/format";
import { Tiles } from "../tiles";

/** Time in voice and how many were there at once, each against what it is compared with. */
export function VoiceFigures({ figures }: { figures: Voice }) {
	const t = useTranslations("analytics-voice.figures");
	const locale = useLocale();
	const { seconds, sessions, average, peak, now, period } = figures;
	const unfinished = period.underWay;
	return (
		<Tiles label={t("title")}>
			<TrendTile
				label={t("time")}
				{...seconds}
				unfinished={unfinished}
				format={(value) => formatDuration(value, locale)}
			/>
			<TrendTile label={t("sessions")} {...sessions} unfinished={unfinished} />
			<TrendTile
				label={t("average")}
				value={average.value ?? 0}
				previous={average.previous}
				series={average.series.map((value) => value ?? 0)}
				unfinished={unfinished}
				format={(value) => formatNumber(value, locale, 2)}
			/>
			{peak && <TrendTile label={t("peak")} {...peak} unfinished={unfinished} />}
			{now === null ? null : <TrendTile label={t("now")} value={now} detail={t("nowDetail")} />}
		</Tiles>
	);
}
