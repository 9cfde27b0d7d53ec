import { useLocale, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { Heatmap } from "@/components/charts/heatmap";
import { AreaChart, LineChart } from "@/components/charts/line-chart";
import type { Overview } from "@/lib/overview/schema";
import { chartPoints, countedPerPoint, daysPerPoint, standingPerPoint } from "./chart-points";

type ChartsProps = { figures: Overview };

const steps = { 1: "day", 7: "week", 28: "month" } as const;

/** Messages over the period, with the one before as a hairline. */
export function MessagesChart({ figures: { messages, firstDay, comparable, endsToday } }: ChartsProps) {
	const t = useTranslations("overview.charts");
	const locale = useLocale();
	const days = messages.series.length;
	const size = daysPerPoint(days);
	return (
		<ChartCard>
			<AreaChart
				title={t(`messages.${steps[size]}`)}
				points={chartPoints(firstDay, days, size, locale)}
				unfinished={endsToday}
				series={[
					{
						key: "messages",
						label: t("measure.messages"),
						values: countedPerPoint(messages.series, size),
						...(comparable && { previous: countedPerPoint(messages.previousSeries, size) }),
					},
				]}
			/>
		</ChartCard>
	);
}

/** How many members there were. */
export function MembersChart({ figures: { members, firstDay } }: ChartsProps) {
	const t = useTranslations("overview.charts");
	const locale = useLocale();
	const days = members.series.length;
	const size = daysPerPoint(days);
	return (
		<ChartCard>
			<LineChart
				title={t("members")}
				points={chartPoints(firstDay, days, size, locale)}
				series={[
					{
						key: "members",
						label: t("measure.members"),
						values: standingPerPoint(members.series, size),
						previous: standingPerPoint(members.previousSeries, size),
					},
				]}
			/>
		</ChartCard>
	);
}

/** When people write. */
export function ActivityHeatmap({ figures: { heatmap } }: ChartsProps) {
	const t = useTranslations("overview.charts");
	return (
		<ChartCard>
			<Heatmap title={t("heatmap")} values={heatmap} measure={t("measure.messages")} />
		</ChartCard>
	);
}
