import { cellText, quoted } from "@/lib/export/cells";
import { type Separator, separators } from "@/lib/export/separator";
import type { ChartPoint, ChartSeries } from "./types";

type Wording = { place: string; previous: (label: string) => string; separator: Separator };

/**
 * The chart's numbers as CSV (RFC 4180), with the rules of exported lists: a row a place, a column a series, the period
 * before beside it. Where semicolons stand between cells, numbers have a decimal comma.
 */
export function chartCsv(
	points: readonly ChartPoint[],
	series: readonly ChartSeries[],
	{ place, previous: previousOf, separator }: Wording,
): string {
	const columns = series.flatMap(({ label, values, previous }) => [
		{ label, values },
		...(previous ? [{ label: previousOf(label), values: previous }] : []),
	]);
	const number = (value: number | null | undefined) => {
		const text = String(value ?? "");
		return separator === "semicolon" ? text.replace(".", ",") : text;
	};
	const rows = points.map(({ key }, index) => [
		cell(key, separator),
		...columns.map(({ values }) => number(values[index])),
	]);
	const head = [place, ...columns.map(({ label }) => label)].map((text) => cell(text, separator));
	return [head, ...rows].map((row) => `${row.join(separators[separator])}\r\n`).join("");
}

/** The address of a download that needs neither a request nor a script. */
export function csvAddress(csv: string): string {
	return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv}`)}`;
}

function cell(text: string, separator: Separator): string {
	return quoted(cellText({ label: "", kind: "text", value: () => text }, {}), separators[separator]);
}
