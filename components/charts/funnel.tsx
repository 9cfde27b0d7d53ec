import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatPercent } from "@/lib/format";
import { ChartFrame } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { exactFigure } from "./format";
import { rowReadings } from "./readings";
import { RowReader } from "./row-reader";
import type { ChartPoint, ChartSeries } from "./types";
import { useCsvAddress } from "./use-csv-address";

export type FunnelStep = {
	key: string;
	label: string;
	count: number;
	href?: string;
	/** How many of the first could reach it by now, where that is not all of them: its share is one of these. */
	of?: number;
};

type FunnelProps = {
	title: string;
	/** One sentence; without it, the share that reaches the last step. */
	summary?: string;
	/** In order; each holds some of those of the step before. */
	steps: readonly FunnelStep[];
};

/** How many get how far: a bar a step against the first, with its share of the first and of the step before. */
export function Funnel({ title, summary, steps }: FunnelProps) {
	const t = useTranslations("charts.funnel");
	const labels = useTranslations("charts");
	const locale = useLocale();
	const csvFor = useCsvAddress();
	const first = steps[0]?.count ?? 0;
	const last = steps.at(-1)?.count ?? 0;
	const reachable = steps.at(-1)?.of ?? first;
	const points: ChartPoint[] = steps.map(({ key, label }) => ({ key: label, label, tick: key }));
	const columns = columnsOf(steps, { count: t("count"), ofFirst: t("ofFirst"), ofBefore: t("ofBefore") });
	const said = {
		share: formatPercent(last / Math.max(1, reachable), locale),
		last: exactFigure(last, "number", locale),
		first: exactFigure(reachable, "number", locale),
	};
	return (
		<ChartFrame
			title={title}
			summary={summary ?? t("summary", said)}
			empty={first === 0}
			csv={csvFor(points, columns, labels("name"))}
			table={
				<ChartTable
					title={title}
					points={points}
					series={columns}
					unit="number"
					placeLabel={labels("name")}
				/>
			}
		>
			<RowReader
				title={title}
				readings={rowReadings(points, columns, {
					...{ locale, unit: "number", unknown: labels("unknown"), previousOf: String },
				})}
			>
				<ol className="space-y-3">
					{steps.map((step, index) => (
						<Step key={step.key} step={step} shares={sharesOf(steps, index)} />
					))}
				</ol>
			</RowReader>
		</ChartFrame>
	);
}

type Shares = { ofFirst: number | null; ofBefore: number | null };

/** What part of the first step a step is, and of the step before: the latter only where all of these could reach it. */
function sharesOf(steps: readonly FunnelStep[], index: number): Shares {
	const { count = 0, of } = steps[index] ?? {};
	const before = of === undefined ? steps[index - 1]?.count : undefined;
	return {
		ofFirst: shareOf(count, of ?? steps[0]?.count ?? 0),
		ofBefore: before === undefined ? null : shareOf(count, before),
	};
}

type StepProps = { step: FunnelStep; shares: Shares };

function Step({ step: { label, count, href, of }, shares: { ofFirst, ofBefore } }: StepProps) {
	const t = useTranslations("charts.funnel");
	const locale = useLocale();
	const ofThose = of === undefined ? undefined : exactFigure(of, "number", locale);
	return (
		<li>
			<div className="flex items-baseline justify-between gap-3 text-sm">
				<span className="min-w-0 truncate">
					{href ? (
						<Link href={href} className="hover:underline">
							{label}
						</Link>
					) : (
						label
					)}
				</span>
				<span className="shrink-0 font-medium">{exactFigure(count, "number", locale)}</span>
			</div>
			<svg width="100%" height="14" aria-hidden="true" className="mt-1 block">
				<rect width="100%" height="14" rx="3" className="fill-chart-grid" />
				<rect width={`${Math.min(1, ofFirst ?? 0) * 100}%`} height="14" rx="3" className="fill-chart-1" />
			</svg>
			{ofFirst === null || ofThose === undefined ? null : (
				<p className="mt-0.5 text-right text-muted text-xs">
					{t("isOfThose", { share: formatPercent(ofFirst, locale), count: ofThose })}
				</p>
			)}
			{ofBefore === null || ofFirst === null ? null : (
				<p className="mt-0.5 flex flex-wrap justify-between gap-x-3 text-muted text-xs">
					<span>{t("isOfBefore", { share: formatPercent(ofBefore, locale) })}</span>
					<span>{t("isOfFirst", { share: formatPercent(ofFirst, locale) })}</span>
				</p>
			)}
		</li>
	);
}

function columnsOf(
	steps: readonly FunnelStep[],
	names: { count: string; ofFirst: string; ofBefore: string },
): ChartSeries[] {
	const shares = steps.map((_, index) => sharesOf(steps, index));
	return [
		{ key: "count", label: names.count, values: steps.map(({ count }) => count) },
		{
			key: "ofFirst",
			label: names.ofFirst,
			unit: "percent",
			values: shares.map(({ ofFirst }) => ofFirst),
		},
		{
			key: "ofBefore",
			label: names.ofBefore,
			unit: "percent",
			values: shares.map(({ ofBefore }) => ofBefore),
		},
	];
}

function shareOf(count: number, whole: number): number | null {
	return whole === 0 ? null : count / whole;
}
