import type pg from "pg";
import type { Found } from "@/bench/soak/difference";
import type { Reason } from "@/bench/soak/losses";

/** A cell as both sides write it: null, or text. */
export type Cell = string | null;
export type Cells = Record<string, unknown>;

type Column = {
	sql: string;
	/** What Discord says, as text. */
	read(value: unknown): Cell;
	/** What the database answers, as the same text; absent: as it is. */
	reread?(value: string): Cell;
};

/** A column as it is. */
export const plain = (sql: string): Column => ({ sql: `(${sql})::text`, read: textOf });

/** A point in time, to the microsecond. */
export const moment = (sql: string): Column => ({
	sql: `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
	read: (value) => (typeof value === "string" ? microsecondsOf(value) : null),
});

/** JSON, whose objects are the same in any order of their keys. */
export const json = (sql: string): Column => ({
	sql: `(${sql})::text`,
	read: (value) => (value === null || value === undefined ? null : JSON.stringify(sorted(value))),
	reread: (value) => JSON.stringify(sorted(JSON.parse(value))),
});

/** A table, and what the simulator says must be in it. */
export type TableExpectation = {
	table: string;
	/** SQL of what is read in the table's place. */
	source?: string;
	/** Names of the columns that tell rows apart. */
	key: readonly string[];
	/** By name: the columns that are compared, the key's among them. */
	columns: Readonly<Record<string, Column>>;
	/** SQL: which of the guild's rows are compared; absent: all. */
	where?: string;
	/** By the columns' names, what Discord says. */
	rows: Iterable<Cells>;
	/** Why Discord does not tell again what a row is wrong about; absent: nothing excuses a difference. */
	excuse?(row: Row, found: Found, sides: Sides): Reason;
};

export type Row = Record<string, Cell>;

/** Both sides of a table as text, each row under its key. */
export type Sides = { expected: Map<string, Row[]>; stored: Map<string, Row[]> };

/** Reads a guild's rows of the table, and writes the expected ones the same way. */
export async function readSides(
	client: pg.ClientBase,
	guildId: string,
	{ table, source = table, key, columns, where = "true", rows }: TableExpectation,
): Promise<Sides> {
	const selected = Object.entries(columns).map(([name, { sql }]) => `${sql} AS "${name}"`);
	const guild = table === "discord_guilds" ? "id" : "guild_id";
	const text = `SELECT ${selected.join(", ")} FROM ${source} t WHERE ${guild} = $1 AND (${where})`;
	const { rows: found } = await client.query<Row>(text, [guildId]);
	const expected = [...rows].map((cells) =>
		Object.fromEntries(Object.entries(columns).map(([name, { read }]) => [name, read(cells[name])])),
	);
	const parsed = found.map((row) =>
		Object.fromEntries(
			Object.entries(columns).map(([name, { reread }]) => {
				const value = row[name] ?? null;
				return [name, value === null || !reread ? value : reread(value)];
			}),
		),
	);
	return { expected: byKey(expected, key), stored: byKey(parsed, key) };
}

function byKey(rows: readonly Row[], key: readonly string[]): Map<string, Row[]> {
	const found = new Map<string, Row[]>();
	for (const row of rows) {
		const name = key.map((column) => row[column]).join(" ");
		const known = found.get(name);
		if (known) known.push(row);
		else found.set(name, [row]);
	}
	return found;
}

function textOf(value: unknown): Cell {
	return value === null || value === undefined ? null : String(value);
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
	return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function microsecondsOf(iso: string): string {
	const finer = /\.(\d{1,6})/.exec(iso)?.[1] ?? "";
	return `${new Date(iso).toISOString().slice(0, 19)}.${finer.padEnd(6, "0")}`;
}
