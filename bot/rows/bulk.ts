import type { Db } from "@/bot/scope";

/** Column names with their Postgres types, in the order of the statement. */
export type Columns = Readonly<Record<string, string>>;

/**
 * `FROM` source of a bulk statement: the rows of one JSON parameter, typed: snowflakes and times are
 * strings in it, JSON and array columns plain values. One parameter whatever the number of rows
 * keeps the statement's text, and so its plan, the same; the server parses JSON faster than `pg` writes array literals.
 */
export function recordset(columns: Columns, parameter = 1): string {
	const list = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
	return `json_to_recordset($${parameter}::json) AS s(${list.join(", ")})`;
}

/** `"a", "b"` for statements. */
export function names(columns: Columns, prefix = ""): string {
	return Object.keys(columns)
		.map((name) => `${prefix}"${name}"`)
		.join(", ");
}

/** What JSON can say and Postgres' text cannot: NUL, and halves of surrogate pairs; not where the backslash is text. */
const unspeakable = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** The rows as the parameter of {@link recordset}. */
export function jsonRows(rows: readonly object[]): string {
	const text = JSON.stringify(rows);
	return text.includes("\\u") ? text.replace(unspeakable, "$1\\ufffd") : text;
}

/** Runs a bulk statement whose first parameter are the rows; none are no statement at all. */
export async function bulk(db: Db, text: string, rows: readonly object[], ...more: unknown[]): Promise<void> {
	if (rows.length > 0) await db.run(text, [jsonRows(rows), ...more]);
}
