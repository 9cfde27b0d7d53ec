import { useLocale, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { LineChart } from "@/components/charts/line-chart";
import type { Reported } from "@/lib/analytics/health/schema";
import { formatNumber, formatPercent } from "@/lib/format";
import { weekPoints } from "./week-points";

type ReportedHealthProps = { mondays: readonly string[]; reported: Reported };

/** What the bot itself makes of the community, beside the score and never part of it. */
export function ReportedHealth({ mondays, reported }: ReportedHealthProps) {
	const t = useTranslations("analytics-health.reported");
	const locale = useLocale();
	const { score, positive, incidents, days, scores } = reported;
	const said = [
		score !== null && t("score", { score: formatNumber(score, locale) }),
		positive !== null && t("positive", { share: formatPercent(positive, locale, 0) }),
		t("incidents", { count: incidents }),
	];
	return (
		<ChartCard>
			<LineChart
				title={t("title")}
				summary={`${t("days", { count: days })} ${said.filter(Boolean).join(" ")}`}
				points={weekPoints(mondays, locale)}
				series={[
					{
						key: "reported",
						label: t("label"),
						values: scores.map((value) => value && Math.round(value)),
						colour: 2,
					},
				]}
			/>
		</ChartCard>
	);
}
