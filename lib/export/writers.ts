import { type Column, cellText, quoted } from "./cells";
import type { ExportChoice } from "./schema";
import { separators } from "./separator";

/** Turns rows into the text of a file, piece by piece. */
export type Writer<T> = {
	contentType: string;
	head: string;
	rows(items: readonly T[]): string;
	foot: string;
};

/** The writer of one file; it knows what it has written, so each file has its own. */
export function writerOf<T>({ format, separator }: ExportChoice, columns: readonly Column<T>[]): Writer<T> {
	return format === "csv" ? csvWriter(columns, separators[separator]) : jsonWriter();
}

/** RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
function csvWriter<T>(columns: readonly Column<T>[], separator: string): Writer<T> {
	const line = (cells: readonly string[]) =>
		`${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
	return {
		contentType: "text/csv; charset=utf-8; header=present",
		head: `\uFEFF${line(columns.map(({ label }) => label))}`,
		rows: (items) => items.map((row) => line(columns.map((column) => cellText(column, row)))).join(""),
		foot: "",
	};
}

/**
 * One array, each row on a line of its own, as `rowCounter` expects. An array that broke off is no JSON any more, which
 * every program notices; of a file of JSON lines none would.
 */
function jsonWriter<T>(): Writer<T> {
	let isFirst = true;
	const row = (item: T) => {
		const text = `${isFirst ? "\n" : ",\n"}${JSON.stringify(item)}`;
		isFirst = false;
		return text;
	};
	return {
		contentType: "application/json",
		head: "[",
		rows: (items) => items.map(row).join(""),
		foot: "]",
	};
}
