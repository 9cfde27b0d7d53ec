import { formatCompact, formatDuration, formatLatency, formatNumber, formatPercent } from "@/lib/format";
import type { ChartUnit } from "./types";

/** A figure in full, as tables and hover show it. */
export function exactFigure(value: number, unit: ChartUnit, locale: string): string {
	return unit === "number" ? formatNumber(value, locale, 2) : measured(value, unit, locale);
}

/** A figure for an axis: 18.6k instead of 18,640, and a plain 0 of whatever unit. */
export function shortFigure(value: number, unit: ChartUnit, locale: string): string {
	return value === 0 ? formatNumber(0, locale) : measured(value, unit, locale);
}

function measured(value: number, unit: ChartUnit, locale: string): string {
	switch (unit) {
		case "percent":
			return formatPercent(value, locale);
		case "milliseconds":
			return formatLatency(value, locale);
		case "minutes":
			return formatDuration(value * 60, locale);
		default:
			return Number.isInteger(value) ? formatCompact(value, locale) : formatNumber(value, locale, 2);
	}
}
