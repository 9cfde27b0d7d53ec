import { useLocale, useTranslations } from "next-intl";
import { exactFigure } from "./format";
import type { ChartPoint, ChartSeries, ChartUnit } from "./types";

type ChartTableProps = {
	title: string;
	points: readonly ChartPoint[];
	series: readonly ChartSeries[];
	/** Of the columns that have none of their own. */
	unit: ChartUnit;
	/** Heads the first column; "When" without. */
	placeLabel?: string;
};

const cell = "px-3 py-1.5 text-right";

/** A chart's figures, exact, a row a place. */
export function ChartTable({ title, points, series, unit, placeLabel }: ChartTableProps) {
	const t = useTranslations("charts");
	const locale = useLocale();
	const columns = series.flatMap(({ key, label, values, previous, unit: own = unit }) => [
		{ key, label, values, unit: own },
		...(previous
			? [{ key: `${key} before`, label: t("previousOf", { label }), values: previous, unit: own }]
			: []),
	]);
	return (
		<table className="w-full text-sm">
			<caption className="sr-only">{title}</caption>
			<thead className="sticky top-0 bg-surface text-muted">
				<tr className="border-b">
					<th scope="col" className="px-3 py-1.5 text-left font-medium">
						{placeLabel ?? t("place")}
					</th>
					{columns.map(({ key, label }) => (
						<th key={key} scope="col" className={`${cell} min-w-16 font-medium`}>
							{label}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{points.map((point, index) => (
					<tr key={point.key} className="border-b last:border-b-0">
						<th scope="row" className="px-3 py-1.5 text-left font-normal">
							{point.label}
						</th>
						{columns.map(({ key, values, unit: own }) => {
							const value = values[index] ?? null;
							return (
								<td key={key} className={cell}>
									{value === null ? t("unknown") : exactFigure(value, own, locale)}
								</td>
							);
						})}
					</tr>
				))}
			</tbody>
		</table>
	);
}
