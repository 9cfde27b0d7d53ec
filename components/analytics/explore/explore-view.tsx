import { useTranslations } from "next-intl";
import { UnheededDays } from "@/components/analytics/unheeded-days";
import { ChartCard } from "@/components/charts/chart-card";
import { LateDays } from "@/components/layout/late-days";
import { PageHeader } from "@/components/layout/page-header";
import { RangePicker } from "@/components/layout/range-picker";
import { type Level, may } from "@/lib/auth/permissions";
import { sources } from "@/lib/explore/catalogue";
import { planFor } from "@/lib/explore/plan";
import type { ExploreView as View } from "@/lib/explore/view";
import { analyticsRanges } from "@/lib/range-presets";
import { Builder } from "./builder";
import { ExploreChart } from "./explore-chart";
import { LeftOut, NoFigures } from "./explore-states";
import { offeredFilters } from "./offered-filters";
import { SaveChart } from "./save-chart";
import { SavedCharts } from "./saved-charts";
import { useExploreWords } from "./use-explore-words";

type ExploreViewProps = { guildId: string; level: Level; view: View };

/** The choices on the left, what they show on the right, and what was saved below the choices. */
export function ExploreView({ guildId, level, view }: ExploreViewProps) {
	const t = useTranslations("explore");
	const { definition, notice, asked, period, result, offered, choices, saved } = view;
	const source = sourceOf(view, level);
	const title = useExploreWords().fullTitle(definition, namesOf(view));
	return (
		<>
			<PageHeader
				title={t("title")}
				description={t("description")}
				controls={<RangePicker presets={analyticsRanges} />}
				action={<SaveChart guildId={guildId} definition={definition} suggested={title} />}
			/>
			<UnheededDays asked={asked} shown={period} />
			<div className="grid items-start gap-3 lg:grid-cols-[17rem_minmax(0,1fr)]">
				<Builder
					guildId={guildId}
					level={level}
					definition={definition}
					period={period}
					offered={offeredFilters(definition, offered, choices, t)}
				/>
				<div className="flex min-w-0 flex-col gap-3 lg:row-span-2">
					{notice === null ? null : (
						<LeftOut
							notice={notice}
							measure={t(`measures.${asked.measure}`)}
							dimension={t(`dimensions.${asked.dimension}`)}
						/>
					)}
					{result.problem === null ? (
						<ChartCard>
							<h2 className="sr-only">{t("answer")}</h2>
							<ExploreChart title={title} chart={definition.chart} result={result.answer} />
						</ChartCard>
					) : (
						<NoFigures problem={result.problem} />
					)}
					<p className="text-muted text-xs">
						{t(`calendar.${source?.calendar ?? "server"}`, { zone: period.timeZone })}
					</p>
					{source?.wholeHours ? <LateDays timeZone={period.timeZone} days={period.current} /> : null}
				</div>
				<SavedCharts guildId={guildId} charts={saved} mayPin={may(level, "config.write")} />
			</div>
		</>
	);
}

/** Names by id, and those of the server's own kinds of case by their key. */
function namesOf({ choices: { names, options } }: View): Record<string, string> {
	const types = options.caseType?.map(({ value, label }) => [value, label]) ?? [];
	return { ...names, ...Object.fromEntries(types) };
}

function sourceOf({ definition }: View, level: Level) {
	const plan = planFor(definition, level);
	return plan.refused === undefined ? sources[plan.source] : null;
}
