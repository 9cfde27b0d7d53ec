import { useLocale, useTranslations } from "next-intl";
import { Trend } from "@/components/layout/trend-tile";
import { formatNumber } from "@/lib/format";
import type { Compared } from "@/lib/report/schema";

export type ComparedRow = {
	key: string;
	label: string;
	figure: Compared;
	/** Which way is the good one. */
	good: "up" | "down" | "neither";
};

/** Figures of the week beside those of the week before. */
export function ComparedTable({ caption, rows }: { caption: string; rows: readonly ComparedRow[] }) {
	const t = useTranslations("report.columns");
	const locale = useLocale();
	return (
		<table className="w-full text-sm">
			<caption className="pb-1 text-left font-semibold text-base">{caption}</caption>
			<thead>
				<tr className="border-b text-muted text-xs">
					<th scope="col" className="py-1 text-left font-medium">
						{t("figure")}
					</th>
					<th scope="col" className="py-1 text-right font-medium">
						{t("week")}
					</th>
					<th scope="col" className="py-1 text-right font-medium">
						{t("before")}
					</th>
					<th scope="col" className="w-28 py-1 text-right font-medium">
						{t("change")}
					</th>
				</tr>
			</thead>
			<tbody>
				{rows.map(({ key, label, figure: { value, previous }, good }) => (
					<tr key={key} className="border-b last:border-b-0">
						<th scope="row" className="py-1.5 text-left font-normal">
							{label}
						</th>
						<td className="py-1.5 text-right font-medium">{formatNumber(value, locale)}</td>
						<td className="py-1.5 text-right text-muted">{formatNumber(previous, locale)}</td>
						<td className="py-1.5 text-right">
							<Trend value={value} previous={previous} good={good} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
