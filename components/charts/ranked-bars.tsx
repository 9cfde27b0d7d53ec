import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { chartCsv, csvAddress } from "./csv";
import { exactFigure } from "./format";
import type { ChartSeries, ChartUnit } from "./types";

export type RankedItem = {
	key: string;
	/** The item in words, for the table, the CSV and screen readers. */
	name: string;
	/** What stands in the list instead of the plain name: a person with their picture, a channel with its icon. */
	label?: ReactNode;
	value: number;
	previous?: number | null;
};

type RankedBarsProps = {
	title: string;
	summary: string;
	items: readonly RankedItem[];
	/** What the values count: "Messages". */
	measure: string;
	unit?: ChartUnit;
};

/** The largest first, each a bar against the largest; the period before is a tick on the bar. */
export function RankedBars({ title, summary, items, measure, unit = "number" }: RankedBarsProps) {
	const t = useTranslations("charts");
	const ranked = items.toSorted((a, b) => b.value - a.value);
	const largest = Math.max(1e-9, ...ranked.flatMap(({ value, previous }) => [value, previous ?? 0]));
	const points = ranked.map(({ key, name }) => ({ key: name, label: name, tick: key }));
	const series: ChartSeries[] = [
		{
			key: "value",
			label: measure,
			values: ranked.map(({ value }) => value),
			...(ranked.some(({ previous }) => previous !== undefined) && {
				previous: ranked.map(({ previous }) => previous ?? null),
			}),
		},
	];
	return (
		<ChartFrame
			title={title}
			summary={summary}
			empty={ranked.length === 0}
			csv={csvAddress(
				chartCsv(points, series, { place: t("name"), previous: (label) => t("previousOf", { label }) }),
			)}
			table={
				<ChartTable
					title={title}
					points={points.map((point, index) => ({ ...point, key: ranked[index]?.key ?? "" }))}
					series={series}
					unit={unit}
					placeLabel={t("name")}
				/>
			}
		>
			<ol className="space-y-2">
				{ranked.map((item) => (
					<RankedRow key={item.key} item={item} largest={largest} unit={unit} />
				))}
			</ol>
		</ChartFrame>
	);
}

type RankedRowProps = { item: RankedItem; largest: number; unit: ChartUnit };

function RankedRow({ item: { name, label, value, previous }, largest, unit }: RankedRowProps) {
	const locale = useLocale();
	return (
		<li>
			<div className="flex min-w-0 items-baseline justify-between gap-3 text-sm">
				<span className="min-w-0 truncate">{label ?? name}</span>
				<span className="shrink-0 font-medium">{exactFigure(value, unit, locale)}</span>
			</div>
			<svg width="100%" height="6" aria-hidden="true" className="mt-1 block">
				<rect width="100%" height="6" rx="3" className="fill-chart-grid" />
				<rect width={`${(value / largest) * 100}%`} height="6" rx="3" className="fill-chart-1" />
				{previous !== undefined && previous !== null && (
					<rect
						x={`${(previous / largest) * 100}%`}
						width="2"
						height="6"
						className="fill-text"
						transform="translate(-1 0)"
					/>
				)}
			</svg>
		</li>
	);
}
