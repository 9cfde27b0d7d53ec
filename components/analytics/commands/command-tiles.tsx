import { useLocale, useTranslations } from "next-intl";
import { Tiles } from "@/components/analytics/tiles";
import { TrendTile } from "@/components/layout/trend-tile";
import type { CommandUse } from "@/lib/analytics/commands/schema";
import { formatLatency, formatNumber, formatPercent } from "@/lib/format";

/** Executions, how many of them failed, and within which time the answers came. */
export function CommandTiles({ use }: { use: CommandUse }) {
	const t = useTranslations("analytics-commands.tiles");
	const locale = useLocale();
	const { executions, errors, errorRate, period } = use;
	return (
		<Tiles label={t("label")}>
			<TrendTile
				label={t("executions")}
				value={executions.value}
				previous={executions.previous}
				good="neither"
				series={executions.series}
				unfinished={period.underWay}
			/>
			{errorRate.value === null ? null : (
				<TrendTile
					label={t("errorRate")}
					value={errorRate.value}
					previous={errorRate.previous}
					good="down"
					format={(value) => formatPercent(value, locale)}
					detail={t("errors", { count: formatNumber(errors.value, locale) })}
				/>
			)}
			<TimeTile use={use} share="p50" />
			<TimeTile use={use} share="p95" />
		</Tiles>
	);
}

type TimeTileProps = { use: CommandUse; share: "p50" | "p95" };

function TimeTile({ use: { times, previousTimes }, share }: TimeTileProps) {
	const t = useTranslations("analytics-commands.tiles");
	const locale = useLocale();
	const value = times?.[share] ?? null;
	if (value === null) return null;
	return (
		<TrendTile
			label={t(share)}
			value={value}
			previous={previousTimes?.[share] ?? null}
			good="down"
			format={(milliseconds) => formatLatency(Math.round(milliseconds), locale)}
			detail={t(`${share}Meaning`)}
		/>
	);
}
