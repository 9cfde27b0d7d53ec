import type { ExportFormat } from "./formats";

const QUOTE = 0x22;
const LINE_END = 0x0a;

/**
 * Counts the rows of an export while its bytes arrive, wherever they are cut. CSV ends each row with a line end, and one
 * within quotation marks is text; JSON begins each row with one, and has none within.
 * @returns a function that takes the next bytes and answers the rows so far, the heading aside
 */
export function rowCounter(format: ExportFormat): (bytes: Uint8Array) => number {
	let lines = 0;
	let isQuoted = false;
	return (bytes) => {
		for (const byte of bytes) {
			if (byte === QUOTE && format === "csv") isQuoted = !isQuoted;
			else if (byte === LINE_END && !isQuoted) lines++;
		}
		return Math.max(0, format === "csv" ? lines - 1 : lines);
	};
}
