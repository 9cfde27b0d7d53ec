import { HeartPulse } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { weekPoints } from "@/components/analytics/health/week-points";
import { ChartCard } from "@/components/charts/chart-card";
import { LineChart } from "@/components/charts/line-chart";
import { InferredJoins } from "@/components/layout/inferred-joins";
import { EmptyState } from "@/components/layout/states";
import type { CommunityHealth } from "@/lib/analytics/health/schema";
import { Formula } from "./formula";
import { PartsTable } from "./parts-table";
import { ReportedHealth } from "./reported-health";
import { ScoreCard } from "./score-card";

/** What a chart of scores shows: nobody reads more of one. */
const oneDigit = (score: number | null) => (score === null ? null : Math.round(score * 10) / 10);

/** How well the community does: the score with its course, what it is made of, and how it is worked out. */
export function HealthView({ health }: { health: CommunityHealth }) {
	const t = useTranslations("analytics-health");
	const locale = useLocale();
	if (health.scores.every((score) => score === null)) {
		return <EmptyState icon={HeartPulse} title={t("empty.title")} reason={t("empty.reason")} />;
	}
	return (
		<div className="flex flex-col gap-3">
			<div className="grid gap-3 lg:grid-cols-[20rem_minmax(0,1fr)]">
				<ScoreCard health={health} />
				<ChartCard>
					<LineChart
						title={t("course.title")}
						points={weekPoints(health.mondays, locale)}
						series={[{ key: "score", label: t("course.label"), values: health.scores.map(oneDigit) }]}
					/>
				</ChartCard>
			</div>
			<InferredJoins count={health.inferredJoins} />
			<PartsTable health={health} />
			<Formula health={health} />
			{health.reported ? <ReportedHealth mondays={health.mondays} reported={health.reported} /> : null}
		</div>
	);
}
