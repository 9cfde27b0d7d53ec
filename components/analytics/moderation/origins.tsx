import { useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { RankedBars } from "@/components/charts/ranked-bars";
import { appealStatuses, type Moderation } from "@/lib/analytics/moderation/schema";

/** Where cases came from, and what became of appeals against them. */
export function Origins({ figures: { cases, sources, appeals } }: { figures: Moderation }) {
	const t = useTranslations("analytics-moderation");
	return (
		<div className="flex min-w-0 flex-col gap-3">
			<ChartCard>
				<RankedBars
					title={t("sources.title")}
					summary={t("sources.summary")}
					measure={t("sources.measure")}
					items={sources.map(({ source, cases: value, previous }) => ({
						key: source,
						name: t(`sources.${source}`),
						value,
						previous,
						share: cases.value === 0 ? 0 : value / cases.value,
					}))}
				/>
			</ChartCard>
			{appeals ? (
				<ChartCard>
					<RankedBars
						title={t("appeals.title")}
						summary={t("appeals.summary")}
						measure={t("appeals.measure")}
						items={appealStatuses
							.filter((status) => appeals[status] > 0)
							.map((status) => ({ key: status, name: t(`appeals.${status}`), value: appeals[status] }))}
					/>
				</ChartCard>
			) : null}
		</div>
	);
}
