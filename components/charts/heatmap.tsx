import { useLocale, useTranslations } from "next-intl";
import { formatWeekday } from "@/lib/format";
import { ChartFrame } from "./chart-frame";
import { ChartTable } from "./chart-table";
import { exactFigure } from "./format";
import { HeatmapCells } from "./heatmap-cells";
import type { ChartPoint, ChartSeries, ChartUnit } from "./types";
import { useCsvAddress } from "./use-csv-address";

type HeatmapProps = {
	title: string;
	/** One sentence; without it, the busiest hour. */
	summary?: string;
	/** Seven rows, Monday first, of 24 hours in the server's zone. */
	values: readonly (readonly number[])[];
	/** What is counted: "Messages". */
	measure: string;
	unit?: ChartUnit;
};

/** Weekday by hour; the darker, the more. The arrow keys walk its cells. */
export function Heatmap({ title, summary, values, measure, unit = "number" }: HeatmapProps) {
	const t = useTranslations("charts");
	const locale = useLocale();
	const csvFor = useCsvAddress();
	const days = weekdays(locale);
	const flat = days.flatMap((_, day) => hours.map((hour) => values[day]?.[hour] ?? 0));
	const largest = Math.max(...flat);
	const busiest = flat.indexOf(largest);
	const labels = days.flatMap(({ long }) => hours.map((hour) => t("hour", { day: long, hour: clock(hour) })));
	const points: ChartPoint[] = hours.map((hour) => ({
		key: clock(hour),
		label: clock(hour),
		tick: clock(hour),
	}));
	const series: ChartSeries[] = days.map(({ long }, day) => ({
		key: long,
		label: long,
		values: hours.map((hour) => values[day]?.[hour] ?? 0),
	}));
	return (
		<ChartFrame
			title={title}
			summary={summary ?? t("busiest", { when: labels[busiest] ?? "" })}
			empty={flat.every((value) => value === 0)}
			csv={csvFor(points, series, t("hourOfDay"))}
			table={
				<ChartTable title={title} points={points} series={series} unit={unit} placeLabel={t("hourOfDay")} />
			}
		>
			<HeatmapCells
				title={title}
				days={days.map(({ short }) => short)}
				shares={flat.map((value) => value / Math.max(1e-9, largest))}
				readings={labels.map(
					(label, index) => `${label}: ${exactFigure(flat[index] ?? 0, unit, locale)} ${measure}`,
				)}
			/>
		</ChartFrame>
	);
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

function clock(hour: number): string {
	return `${String(hour).padStart(2, "0")}:00`;
}

/** Monday first, in the reader's language. */
function weekdays(locale: string): { short: string; long: string }[] {
	return Array.from({ length: 7 }, (_, day) => ({
		short: formatWeekday(day + 1, locale, "short"),
		long: formatWeekday(day + 1, locale),
	}));
}
