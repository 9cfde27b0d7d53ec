import { millisecondsInDay } from "date-fns/constants";
import { useLocale, useTranslations } from "next-intl";
import { Trend } from "@/components/layout/trend-tile";
import { Card, CardBody } from "@/components/ui/card";
import type { CommunityHealth } from "@/lib/analytics/health/schema";
import { formatDate, formatNumber } from "@/lib/format";

const sixDays = 6 * millisecondsInDay;

/** The score of the period, of which weeks it is, and what it was before. */
export function ScoreCard({ health }: { health: CommunityHealth }) {
	const t = useTranslations("analytics-health.score");
	const locale = useLocale();
	const { current, comparison, mondays, weeks } = health;
	const number = (value: number) => formatNumber(Math.round(value), locale);
	const day = (time: number) => formatDate(time, locale, "UTC");
	const first = Date.parse(mondays.at(-weeks) ?? "");
	const last = Date.parse(mondays.at(-1) ?? "") + sixDays;
	return (
		<Card>
			<CardBody className="flex h-full flex-col justify-center">
				<h2 className="text-muted text-sm">{t("title")}</h2>
				<p className="mt-1 flex flex-wrap items-baseline gap-x-2">
					<span className="font-semibold text-3xl tracking-tight">
						{current.score === null ? "–" : number(current.score)}
					</span>
					<span className="text-muted">{t("of")}</span>
					{current.score === null ? null : (
						<Trend
							value={Math.round(current.score)}
							previous={typeof comparison?.score === "number" ? Math.round(comparison.score) : null}
							good="up"
							format={number}
						/>
					)}
				</p>
				<p className="mt-2 text-muted text-xs">
					{t("weeks", { count: weeks, from: day(first), to: day(last) })}
				</p>
			</CardBody>
		</Card>
	);
}
