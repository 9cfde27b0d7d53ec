import { type Columns, jsonRows, recordset } from "@/bot/rows/bulk";
import type { Db } from "@/bot/scope";

/** A column of a table that is kept by patches. */
export type PatchColumn = {
	type: string;
	/** SQL for a row that is new and does not say, and for null; absent: null. */
	otherwise?: string;
	/** SQL of the new value where the row is known, of `t` (what is stored) and `excluded`; absent: what is told wins. */
	merged?: string;
};

export type PatchColumns = Readonly<Record<string, PatchColumn>>;

export type PatchTable<C extends PatchColumns> = {
	table: string;
	/** The key's columns, all bigint, in the order of the primary key or of a unique index. */
	key: readonly string[];
	columns: C;
	/** Columns that only a new row takes. */
	born?: Columns;
	/** Further values for the SQL of `otherwise`. */
	aside?: Columns;
	/** SQL over `s`: which new rows may be made; absent: all. */
	only?: string;
	/** SQL over `t` and `excluded`: which stored rows may change, of those that are older; absent: all. */
	where?: string;
};

/** What is told of a row: the columns that are mentioned, and no others. */
export type Patch<C> = { [K in keyof C]?: unknown };

type Told = {
	key: readonly string[];
	at: string;
	cells: object;
	/** When each column was told. */
	times: Record<string, string>;
	marks: readonly string[];
	more: object;
};

/** Partial rows of one table, folded per key: of each column the last that was told. */
export class Patches<C extends PatchColumns> {
	readonly #table: PatchTable<C>;
	readonly #text: string;
	readonly #rows = new Map<string, Told>();

	constructor(table: PatchTable<C>) {
		this.#table = table;
		this.#text = statementOf(table);
	}

	/**
	 * @param key in the order of the table's key
	 * @param at when it was heard, ISO; before what was told earlier, it is not taken
	 * @param more values of `born` and `aside`; of several mentions the first counts
	 * @param marks words that the table's `where` looks for, beside the columns that are mentioned
	 */
	tell(key: readonly string[], at: string, cells: Patch<C>, more = {}, marks: readonly string[] = []): void {
		const name = key.join(":");
		const known = this.#rows.get(name);
		if (known && known.at > at) return;
		this.#rows.set(name, {
			key,
			at,
			cells: { ...known?.cells, ...cells },
			times: { ...known?.times, ...timesOf(Object.keys(cells), at) },
			marks: [...(known?.marks ?? []), ...marks],
			more: { ...more, ...known?.more },
		});
	}

	has(key: readonly string[]): boolean {
		return this.#rows.has(key.join(":"));
	}

	/** When the row was last told of. */
	lastTold(key: readonly string[]): string | undefined {
		return this.#rows.get(key.join(":"))?.at;
	}

	/** One statement; rows in the order of their keys, so that writers of the same rows queue. */
	async write(db: Db): Promise<void> {
		if (this.#rows.size === 0) return;
		const names = this.#table.key;
		const rows = [...this.#rows.values()].map(({ key, at, cells, more }) => ({
			...cells,
			...more,
			...Object.fromEntries(names.map((column, index) => [column, key[index]])),
			observed_at: at,
		}));
		const mentioned = [...this.#rows].map(([name, told]) => [name, this.#said(told)]);
		await db.run(this.#text, [jsonRows(rows), JSON.stringify(Object.fromEntries(mentioned))]);
	}

	/** @see mentionsOf */
	#said({ at, times, marks }: Told): unknown[] {
		let bits = 0;
		const earlier: [string, string][] = [];
		for (const [index, name] of Object.keys(this.#table.columns).entries()) {
			const time = times[name];
			if (time === undefined) continue;
			bits += 2 ** index;
			if (time !== at) earlier.push([name, time]);
		}
		if (earlier.length === 0 && marks.length === 0) return [bits];
		return [bits, Object.fromEntries(earlier), marks];
	}
}

/** `merged` of a count that other events move on: a payload that comes again does not set it back. */
export function firstTime(column: string): string {
	return `CASE WHEN t.observed_at < excluded.observed_at THEN excluded.${column} ELSE t.${column} END`;
}

function timesOf(names: readonly string[], at: string): Record<string, string> {
	const times: Record<string, string> = {};
	for (const name of names) times[name] = at;
	return times;
}

/**
 * SQL of what is mentioned of the row `excluded`: a JSON array of the columns, as the bits of a number; and only where
 * there are such, the times of those that were told earlier than the rest, by name, and the marks.
 */
function mentionsOf(key: readonly string[]): string {
	return `$2::jsonb -> (${key.map((column) => `excluded.${column}`).join(" || ':' || ")})::text`;
}

/** SQL for a table's `where`: whether the row was told of with this mark. */
export function isMarked(key: readonly string[], mark: string): string {
	return `coalesce((${mentionsOf(key)}) -> 2 ? '${mark}', false)`;
}

const texts = new Map<string, string>();

/** The text is made once a table. */
function statementOf(table: PatchTable<PatchColumns>): string {
	const known = texts.get(table.table) ?? statement(table);
	texts.set(table.table, known);
	return known;
}

/**
 * `$1` are the rows, `$2` which columns each mentions: `excluded` alone cannot tell null from unmentioned. A column that
 * was told earlier than the rest may be older than what is stored, though the rest is not.
 */
function statement({
	table,
	key,
	columns,
	born = {},
	aside = {},
	only,
	where,
}: PatchTable<PatchColumns>): string {
	const keys = Object.fromEntries(key.map((name) => [name, "bigint"]));
	const types = Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, type]));
	const values = Object.entries(columns).map(([name, { otherwise }]) =>
		otherwise ? `coalesce(s."${name}", ${otherwise})` : `s."${name}"`,
	);
	const kept = Object.entries(columns).map(
		([name, { merged }], index) =>
			`CASE WHEN told.bits & ${2 ** index} <> 0
			AND (told.times IS NULL OR coalesce((told.times ->> '${name}')::timestamptz >= t.observed_at, true))
		THEN ${merged ?? `excluded."${name}"`} ELSE t."${name}" END`,
	);
	const changing = [...Object.keys(types), "observed_at"].join(", ");
	const fixed = [...key, ...Object.keys(born)];
	return `
INSERT INTO ${table} AS t (${fixed.join(", ")}, ${changing})
SELECT ${fixed.map((name) => `s.${name}`).join(", ")}, ${values.join(", ")}, s.observed_at
FROM ${recordset({ ...keys, ...types, ...born, ...aside, observed_at: "timestamptz" })}
${only ? `WHERE ${only}` : ""}
ORDER BY ${key.map((name) => `s.${name}`).join(", ")}
ON CONFLICT (${key.join(", ")}) DO UPDATE SET (${changing}) = (
	SELECT ${kept.join(", ")}, excluded.observed_at
	FROM (SELECT (m.said ->> 0)::bigint, m.said -> 1 FROM (SELECT ${mentionsOf(key)} OFFSET 0) AS m (said) OFFSET 0)
		AS told (bits, times)
)
WHERE t.observed_at <= excluded.observed_at ${where ? `AND (${where})` : ""}`;
}
