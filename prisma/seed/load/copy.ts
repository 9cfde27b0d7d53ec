import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";
import { type Cell, Json, type Row } from "../population/rows";

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
	return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

function arrayLiteral(items: readonly (string | number)[]): string {
	return `{${items.map((item) => `"${String(item).replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

/** One value in COPY's text format. */
export function copyText(cell: Cell): string {
	if (cell === null) return "\\N";
	if (typeof cell === "string") return escaped(cell);
	if (typeof cell === "number") return String(cell);
	if (typeof cell === "boolean") return cell ? "t" : "f";
	if (cell instanceof Date) return cell.toISOString();
	if (cell instanceof Json) return escaped(JSON.stringify(cell.value));
	if (cell instanceof Uint8Array) return `\\\\x${Buffer.from(cell).toString("hex")}`;
	return escaped(arrayLiteral(cell));
}

/**
 * Copies rows into a table over one connection, in the client's transaction. COPY is refused on tables with row-level
 * security, so the rows go through a temporary table.
 * @returns how many rows were copied
 * @throws Error when a row's columns differ from the first row's, or when Postgres refuses a row
 */
export async function copyRows(client: Client, table: string, rows: readonly Row[]): Promise<number> {
	const columns = Object.keys(rows[0] ?? {});
	if (columns.length === 0) return 0;
	const names = columns.map((column) => client.escapeIdentifier(column)).join(", ");
	const target = client.escapeIdentifier(table);
	await client.query(
		`CREATE TEMPORARY TABLE demo_rows ON COMMIT DROP AS SELECT ${names} FROM ${target} WITH NO DATA`,
	);
	const stream = client.query(from(`COPY demo_rows (${names}) FROM STDIN`));
	await pipeline(Readable.from(chunks(table, columns, rows)), stream);
	await client.query(`INSERT INTO ${target} (${names}) SELECT ${names} FROM demo_rows`);
	await client.query("DROP TABLE demo_rows");
	return rows.length;
}

/** The rows as COPY's text, in pieces of about 64 kB. */
function* chunks(table: string, columns: readonly string[], rows: readonly Row[]): Generator<string> {
	let chunk = "";
	for (const row of rows) {
		chunk += `${line(table, columns, row)}\n`;
		if (chunk.length < 1 << 16) continue;
		yield chunk;
		chunk = "";
	}
	yield chunk;
}

function line(table: string, columns: readonly string[], row: Row): string {
	return columns
		.map((column) => {
			const cell = row[column];
			if (cell === undefined) throw new Error(`a row for ${table} has no ${column}`);
			return copyText(cell);
		})
		.join("\t");
}
