import type { ChartPoint, ChartSeries } from "./types";

/**
 * The chart's numbers as CSV (RFC 4180): a row a place, a column a series, the period before beside it.
 * Text that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export function chartCsv(
	points: readonly ChartPoint[],
	series: readonly ChartSeries[],
	names: { place: string; previous: (label: string) => string },
): string {
	const columns = series.flatMap(({ label, values, previous }) => [
		{ label, values },
		...(previous ? [{ label: names.previous(label), values: previous }] : []),
	]);
	const rows = points.map(({ key }, index) => [
		cell(key),
		...columns.map(({ values }) => String(values[index] ?? "")),
	]);
	return [[cell(names.place), ...columns.map(({ label }) => cell(label))], ...rows]
		.map((row) => `${row.join(",")}\r\n`)
		.join("");
}

/** The address of a download that needs neither a request nor a script. */
export function csvAddress(csv: string): string {
	return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv}`)}`;
}

/** The CSV that such an address carries, without the mark for spreadsheets in front. */
export function csvOf(address: string): string {
	return decodeURIComponent(address.slice(address.indexOf(",") + 1)).replace(/^\uFEFF/, "");
}

function cell(text: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
