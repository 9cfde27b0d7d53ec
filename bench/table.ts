import { readFile } from "node:fs/promises";
import type { Figure } from "@/bench/measure/figure";
import { Refusal } from "@/scripts/refusal";

/** It reads a file and no database. */
export const bringsServer = true;

/**
 * Prints figures that benches wrote into a file as the rows of docs/performance.md: one a figure, a column for each
 * population, with the ratio behind the value where there is one.
 */
export async function run([file]: string[]): Promise<void> {
	if (file === undefined) throw new Refusal("Name the file: npm run bench -- table figures.jsonl");
	const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.startsWith("{"));
	const figures = lines.map((line) => JSON.parse(line) as Figure);
	const sizes = [...new Set(figures.map(({ messages }) => messages ?? 0))].toSorted((a, b) => a - b);
	console.log(["", "figure", "must reach", ...sizes.map(heading), ""].join(" | ").trim());
	console.log(`|${"---|".repeat(2 + sizes.length)}`);
	for (const name of new Set(figures.map(({ figure }) => plain(figure)))) {
		const own = figures.filter(({ figure }) => plain(figure) === name);
		const target = own.find((figure) => figure.target)?.target ?? "";
		const cells = sizes.map((size) => own.findLast(({ messages }) => (messages ?? 0) === size)).map(cell);
		console.log(["", name, target, ...cells, ""].join(" | ").trim());
	}
}

/** A deep page has another number in each population. */
function plain(figure: string): string {
	return figure.replace(/page (?!1, p)[\d,]+(?=, p)/, "deep page");
}

function heading(messages: number): string {
	return messages === 0 ? "value" : `${messages / 1_000_000} M`;
}

function cell(figure: Figure | undefined): string {
	if (figure === undefined) return "";
	const value = `${figure.value >= 100 ? Math.round(figure.value) : Number(figure.value.toPrecision(2))} ${figure.unit}`;
	return figure.ratio === undefined ? value : `${value} (× ${figure.ratio.toFixed(2)})`;
}
