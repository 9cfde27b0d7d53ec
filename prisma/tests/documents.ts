import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../../shared/seeds");

/** Whether the five documents lie beside this checkout; they are no part of it. */
export const documentsPresent = existsSync(folder);

/** The document whose file name begins with `number` (`000` is S1, `001` S2 …). */
export async function document(number: string): Promise<string> {
	const name = (await readdir(folder)).find((file) => file.startsWith(number));
	if (name === undefined) throw new Error(`no document ${number} in ${folder}`);
	return readFile(path.join(folder, name), "utf8");
}

/** The SQL statements under headings that match: `**Heading**` lines, or `## Heading` sections. */
export function statementsUnder(text: string, heading: RegExp): string[] {
	let inside = false;
	let fenced: "sql" | "other" | undefined;
	const collected: string[] = [];
	for (const line of text.split("\n")) {
		if (line.startsWith("```")) {
			fenced = fenced === undefined ? (line.startsWith("```sql") ? "sql" : "other") : undefined;
		} else if (fenced === undefined && /^(#+ |\*\*.+\*\*$|---$)/.test(line)) {
			inside = heading.test(line);
		} else if (fenced === "sql" && inside) {
			collected.push(line);
		}
	}
	return split(collected.join("\n"));
}

/** The whole text from one heading to the next of the same kind. */
export function section(text: string, heading: string): string {
	const from = text.indexOf(heading);
	if (from < 0) throw new Error(`no heading ${heading}`);
	const next = text.indexOf("\n## ", from + heading.length);
	return text.slice(from, next < 0 ? undefined : next);
}

/** Every fenced SQL statement of a text. */
export function fencedStatements(text: string): string[] {
	return split([...text.matchAll(/```sql\n(.*?)```/gs)].map((match) => match[1] ?? "").join("\n"));
}

/** Statements end with a semicolon at the end of a line; the documents' examples have no other kind. */
function split(sql: string): string[] {
	return sql
		.split(/;[ \t]*$/m)
		.map((statement) => statement.trim())
		.filter((statement) => statement.replace(/^\s*--.*$/gm, "").trim() !== "");
}

/** The columns of every `CREATE TABLE` of a text, by table. */
export function createdTables(text: string): Map<string, string[]> {
	const tables = new Map<string, string[]>();
	for (const [, name = "", body = ""] of text.matchAll(
		/CREATE TABLE (?:public\.)?(\w+) \(\n(.*?)^\)[^;]*;/gms,
	)) {
		const columns = body
			.replace(/'[^']*'/gs, "''")
			.split("\n")
			.map((line) => /^ {4}([a-z_]+) [A-Za-z]/.exec(line)?.[1])
			.filter((column) => column !== undefined);
		tables.set(name, columns);
	}
	return tables;
}

/** S4's models: the fields of every Python class with `table=True`, by lower-cased class name. */
export function pythonTables(text: string): Map<string, string[]> {
	const tables = new Map<string, string[]>();
	for (const [, name = "", body = ""] of text.matchAll(
		/^class (\w+)\(BaseModel, table=True\):\n(.*?)(?=^class |^```)/gms,
	)) {
		const fields = [...body.matchAll(/^ {4}(\w+): .*$/gm)].filter(
			([line]) => !line.includes("Relationship("),
		);
		tables.set(
			name.toLowerCase(),
			fields.map((field) => field[1] ?? ""),
		);
	}
	return tables;
}
