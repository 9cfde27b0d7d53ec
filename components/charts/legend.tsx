import { useTranslations } from "next-intl";
import { type ChartSeries, colourOf } from "./types";

type LegendProps = {
	series: readonly ChartSeries[];
	/** The names are beside their lines; only a narrow container needs them here. */
	narrowOnly: boolean;
	/** Whether the period before is drawn. */
	withPrevious: boolean;
};

/** Names and colours above the plot; nothing for a lone series without a period before: the title names it. */
export function Legend({ series, narrowOnly, withPrevious }: LegendProps) {
	const t = useTranslations("charts");
	const hasPrevious = withPrevious && series.some(({ previous }) => previous);
	if (series.length < 2 && !hasPrevious) {
		return null;
	}
	return (
		<ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
			{series.map(({ key, label }, index) => (
				<Entry
					key={key}
					label={label}
					colour={colourOf(series, index)}
					className={narrowOnly ? "@lg:hidden" : ""}
				/>
			))}
			{hasPrevious && <Entry label={t("previous")} colour="var(--chart-previous)" isThin />}
		</ul>
	);
}

type EntryProps = { label: string; colour: string; isThin?: boolean; className?: string };

function Entry({ label, colour, isThin = false, className = "" }: EntryProps) {
	return (
		<li className={`flex items-center gap-1.5 ${className}`}>
			<svg width="12" height="8" aria-hidden="true">
				<rect y={isThin ? 3.5 : 2} width="12" height={isThin ? 1 : 4} rx={isThin ? 0 : 2} fill={colour} />
			</svg>
			{label}
		</li>
	);
}
