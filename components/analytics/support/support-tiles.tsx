import { useLocale, useTranslations } from "next-intl";
import { Tiles } from "@/components/analytics/tiles";
import { TrendTile } from "@/components/layout/trend-tile";
import type { Conversed, Support } from "@/lib/analytics/support/schema";
import { formatDuration, formatNumber, formatPercent } from "@/lib/format";

/** Conversations, what the bot settled alone, how fast it answered, and the tickets that wait. */
export function SupportTiles({ figures }: { figures: Support }) {
	const t = useTranslations("analytics-support.tiles");
	const locale = useLocale();
	const { period, conversations, backlog, opened, resolved } = figures;
	const count = (value: number) => formatNumber(value, locale);
	return (
		<Tiles label={t("label")}>
			{conversations ? (
				<ConversationTiles conversations={conversations} unfinished={period.underWay} />
			) : (
				<TicketTiles figures={figures} />
			)}
			<TrendTile
				label={t("backlog")}
				{...backlog}
				good="down"
				detail={t("moved", { opened: count(opened.value), resolved: count(resolved.value) })}
			/>
		</Tiles>
	);
}

type ConversationTilesProps = { conversations: Conversed; unfinished: boolean };

function ConversationTiles({ conversations, unfinished }: ConversationTilesProps) {
	const t = useTranslations("analytics-support.tiles");
	const locale = useLocale();
	const { begun, resolvedShare, answers, previousAnswers } = conversations;
	const duration = (seconds: number) => formatDuration(seconds, locale);
	return (
		<>
			<TrendTile label={t("conversations")} {...begun} good="neither" unfinished={unfinished} />
			{resolvedShare.value === null ? null : (
				<TrendTile
					label={t("resolved")}
					value={resolvedShare.value}
					previous={resolvedShare.previous}
					format={(value) => formatPercent(value, locale)}
					detail={t("resolvedMeaning")}
				/>
			)}
			{answers.median === null || answers.p90 === null ? null : (
				<TrendTile
					label={t("answer")}
					value={answers.median}
					previous={previousAnswers?.median ?? null}
					good="down"
					format={duration}
					detail={t("p90", { time: duration(answers.p90) })}
				/>
			)}
		</>
	);
}

/** What stands in their place where tickets alone are asked for. */
function TicketTiles({ figures }: { figures: Support }) {
	const t = useTranslations("analytics-support");
	const locale = useLocale();
	const { period, opened, resolved, resolutions, previousResolutions } = figures;
	const duration = (seconds: number) => formatDuration(seconds, locale);
	return (
		<>
			<TrendTile label={t("tickets.opened")} {...opened} good="neither" unfinished={period.underWay} />
			<TrendTile label={t("tickets.resolved")} {...resolved} unfinished={period.underWay} />
			{resolutions.median === null || resolutions.p90 === null ? null : (
				<TrendTile
					label={t("assignees.median")}
					value={resolutions.median}
					previous={previousResolutions?.median ?? null}
					good="down"
					format={duration}
					detail={t("tiles.p90", { time: duration(resolutions.p90) })}
				/>
			)}
		</>
	);
}
