import { useLocale, useTranslations } from "next-intl";
import { formatNumber, formatPercent } from "@/lib/format";
import { ChartFrame } from "./chart-frame";
import { type CohortRow, CohortTable } from "./cohort-table";
import { type Cohort, cohortColumns, largestLater, shadeOf, shareIn, shareOfAll, weeksOf } from "./cohorts";
import { useCsvAddress } from "./use-csv-address";

type CohortGridProps = {
	title: string;
	/** One sentence; without it, the share of all that is still active after four weeks, or after those there are. */
	summary?: string;
	/** The oldest first. */
	cohorts: readonly Cohort[];
};

const saidWeek = 4;

/** Who is still active, by the week of joining: a row a cohort, a column a week after, darker where more stayed. */
export function CohortGrid({ title, summary, cohorts }: CohortGridProps) {
	const t = useTranslations("charts.cohort");
	const locale = useLocale();
	const csvFor = useCsvAddress();
	const rows = useRows(cohorts);
	const weeks = Array.from({ length: weeksOf(cohorts) }, (_, week) => t("week", { week }));
	const shares = weeks.map((_, week) => shareOfAll(cohorts, week));
	const said = Math.min(saidWeek, weeks.length - 1);
	const share = said > 0 ? (shares[said] ?? null) : null;
	const sentence =
		share === null ? t("noSummary") : t("summary", { share: formatPercent(share, locale, 0), weeks: said });
	const points = cohorts.map(({ key, label }) => ({ key, label, tick: label }));
	const columns = cohortColumns(cohorts, { size: t("size"), weeks });
	const size = cohorts.reduce((sum, cohort) => sum + cohort.size, 0);
	return (
		<ChartFrame
			title={title}
			summary={summary ?? sentence}
			empty={weeks.length === 0}
			csv={csvFor(points, columns, t("joined"))}
		>
			<CohortTable
				title={title}
				words={{ joined: t("joined"), size: t("size"), weeksAfter: t("weeksAfter") }}
				weeks={weeks}
				rows={rows}
				everyone={{
					label: t("everyone"),
					size: formatNumber(size, locale),
					shares: shares.map((each) => (each === null ? "" : formatPercent(each, locale, 0))),
				}}
			/>
		</ChartFrame>
	);
}

/** The cohorts in words, with a cell for each week that is known. */
function useRows(cohorts: readonly Cohort[]): CohortRow[] {
	const t = useTranslations("charts.cohort");
	const locale = useLocale();
	const largest = largestLater(cohorts);
	const weeks = weeksOf(cohorts);
	return cohorts.map((cohort) => {
		const { key, label, active } = cohort;
		const size = formatNumber(cohort.size, locale);
		const cells = Array.from({ length: weeks }, (_, week) => {
			const share = shareIn(cohort, week);
			if (share === null) return null;
			const count = formatNumber(active[week] ?? 0, locale);
			const said = { cohort: label, week, active: count, size, share: formatPercent(share, locale) };
			return {
				share: formatPercent(share, locale, 0),
				shade: shadeOf(share, largest),
				reading: t("reading", said),
			};
		});
		return { key, label, size, cells };
	});
}
