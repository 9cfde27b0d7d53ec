/** Marks a value for a `json`/`jsonb` column. */
export class Json {
	readonly value: unknown;
	constructor(value: unknown) {
		this.value = value;
	}
}

/** A value for a column; arrays become Postgres arrays, dates timestamps. */
export type Cell = string | number | boolean | Date | Json | Uint8Array | null | readonly (string | number)[];

export type Row = Record<string, Cell>;

/** Rows of one table; all rows have the same columns. */
export type TableRows = { table: string; rows: readonly Row[] };

/** Shorthand for a JSON cell; null stays null. */
export function json(value: unknown): Json | null {
	return value === null ? null : new Json(value);
}

/** A timestamp cell from Unix milliseconds. */
export function at(ms: number): Date {
	return new Date(ms);
}
