import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { RankedRow } from "./ranked-row";
import { rowReadings } from "./readings";
import { RowReader } from "./row-reader";
import type { ChartPoint, ChartSeries, ChartUnit } from "./types";
import { useCsvAddress } from "./use-csv-address";

export type RankedItem = {
	key: string;
	/** The item in words, for the table, the CSV and screen readers. */
	name: string;
	/** Shown in the list instead of the plain name: a person with their avatar, a channel with its icon. */
	label?: ReactNode;
	/** Where the item leads; for a label that holds no link itself. */
	href?: string;
	value: number;
	previous?: number | null;
	/** Of the whole, 0 to 1; shown beside the figure. */
	share?: number;
	/** The value over time, as a small line. */
	trend?: readonly (number | null)[];
};

type RankedBarsProps = {
	title: string;
	summary: string;
	items: readonly RankedItem[];
	/** What the values count: "Messages". */
	measure: string;
	unit?: ChartUnit;
	/** The places of the items' trends: columns of the table and the CSV. */
	steps?: readonly ChartPoint[];
};

/** The largest first, each a bar against the largest; the period before is a tick on the bar. */
export function RankedBars({ title, summary, items, measure, unit = "number", steps }: RankedBarsProps) {
	const t = useTranslations("charts");
	const locale = useLocale();
	const csvFor = useCsvAddress();
	const ranked = items.toSorted((a, b) => b.value - a.value);
	const largest = Math.max(1e-9, ...ranked.flatMap(({ value, previous }) => [value, previous ?? 0]));
	const points = ranked.map(({ key, name }) => ({ key: name, label: name, tick: key }));
	const columns = columnsOf(ranked, { measure, share: t("share") });
	const course = courseOf(ranked, steps ?? []);
	const previousOf = (label: string) => t("previousOf", { label });
	return (
		<ChartFrame
			title={title}
			summary={summary}
			empty={ranked.length === 0}
			csv={csvFor(points, [...columns, ...course.map((step) => ({ ...step, label: step.key }))], t("name"))}
			table={
				<ChartTable
					title={title}
					points={points.map((point, index) => ({ ...point, key: ranked[index]?.key ?? "" }))}
					series={[...columns, ...course]}
					unit={unit}
					placeLabel={t("name")}
				/>
			}
		>
			<RowReader
				title={title}
				readings={rowReadings(points, columns, { locale, unit, unknown: t("unknown"), previousOf })}
			>
				<ol className="space-y-2">
					{ranked.map((item) => (
						<RankedRow key={item.key} item={item} largest={largest} unit={unit} />
					))}
				</ol>
			</RowReader>
		</ChartFrame>
	);
}

function columnsOf(ranked: readonly RankedItem[], names: { measure: string; share: string }): ChartSeries[] {
	const value: ChartSeries = {
		key: "value",
		label: names.measure,
		values: ranked.map((item) => item.value),
		...(ranked.some(({ previous }) => previous !== undefined) && {
			previous: ranked.map(({ previous }) => previous ?? null),
		}),
	};
	const share: ChartSeries = {
		key: "share",
		label: names.share,
		unit: "percent",
		values: ranked.map((item) => item.share ?? null),
	};
	return ranked.some((item) => item.share !== undefined) ? [value, share] : [value];
}

/** A column for each step of the trends. */
function courseOf(ranked: readonly RankedItem[], steps: readonly ChartPoint[]): ChartSeries[] {
	return steps.map(({ key, tick }, step) => ({
		key,
		label: tick,
		values: ranked.map(({ trend }) => trend?.[step] ?? null),
	}));
}
