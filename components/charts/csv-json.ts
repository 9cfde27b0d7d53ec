import type { Separator } from "@/lib/export/separator";

/**
 * A chart's CSV as JSON: an object a row, by the columns' names, numbered where several are alike; the first is text, the others are numbers, or null where
 * nothing is known. What was written for spreadsheets only is undone.
 */
export function jsonOfCsv(csv: string, separator: Separator): string {
	const [head = [], ...rows] = rowsOf(csv, separator === "semicolon" ? ";" : ",");
	const names = apart(head.map(plainText));
	const value = (text: string, index: number) => {
		if (index === 0) return plainText(text);
		return text === "" ? null : Number(text.replace(",", "."));
	};
	const objects = rows.map((row) =>
		Object.fromEntries(row.map((text, index) => [names[index] ?? "", value(text, index)])),
	);
	return JSON.stringify(objects, null, "\t");
}

/** Numbers names that stand there more than once, as `Title (2)`: of two keys alike an object would hold the last only. */
function apart(names: readonly string[]): string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		let own = name;
		for (let number = 2; taken.has(own); number += 1) own = `${name} (${number})`;
		taken.add(own);
		return own;
	});
}

/** Cells by rows (RFC 4180). */
function rowsOf(csv: string, separator: "," | ";"): string[][] {
	const cells =
		separator === ","
			? /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g
			: /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/g;
	const rows: string[][] = [[]];
	for (const [, inQuotes, bare = "", end] of csv.matchAll(cells)) {
		rows.at(-1)?.push(inQuotes?.replaceAll('""', '"') ?? bare);
		if (end === "\r\n") rows.push([]);
	}
	return rows.filter((row) => row.length > 0);
}

/** Takes away the apostrophes that keep a spreadsheet from running a text. */
function plainText(text: string): string {
	return text.replace(/^'/, "").replace(/([;,\t\r\n][\s"]*)'(?=[=@\uFF1D\uFF20]|[+\-\uFF0B\uFF0D]\S)/g, "$1");
}
