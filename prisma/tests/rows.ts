import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { type Column, type ForeignKey, type Shape, shapes } from "./columns";
import { newId } from "./people";

type Row = Record<string, unknown>;

/** What no rule of types, keys and single-column checks tells: values that several columns must agree on. */
const agreed: Record<string, Row> = {
	cases: { case_type: "BAN" },
	guild_permissions: { permission_type: "command", command_name: "ban" },
	discord_message_reaction_counts: { emoji_key: "sample", emoji_name: "sample" },
	saved_charts: { shared: true },
	import_files: { sha256: "0".repeat(64) },
	subscriptions: { current_period_start: "2026-01-01", current_period_end: "2026-02-01" },
};

/**
 * Makes one row in any table for any guild, with the parents that its foreign keys want, from the catalogue alone: a new
 * table is covered by the tests that use it without being named anywhere.
 */
export class RowMaker {
	readonly #made = new Map<string, Promise<Row>>();
	readonly #owner: pg.Pool;
	readonly #shapes: Map<string, Shape>;

	private constructor(owner: pg.Pool, known: Map<string, Shape>) {
		this.#owner = owner;
		this.#shapes = known;
	}

	static async on(owner: pg.Pool): Promise<RowMaker> {
		return new RowMaker(owner, await shapes(owner));
	}

	shape(table: string): Shape {
		const shape = this.#shapes.get(table);
		if (!shape) throw new Error(`there is no table ${table}`);
		return shape;
	}

	/** The row of `table` in the guild; made on the first call, with its parents. */
	row(table: string, guildId: string): Promise<Row> {
		const key = `${table} ${guildId}`;
		const known = this.#made.get(key) ?? this.#make(table, guildId);
		this.#made.set(key, known);
		return known;
	}

	/** Values for a new row of `table` in the guild, not inserted. */
	async values(table: string, guildId: string): Promise<Row> {
		const { columns, foreignKeys } = this.shape(table);
		const values: Row = { ...agreed[table] };
		for (const column of columns) {
			if (column.name === "guild_id" || column.name === "server_id") values[column.name] = guildId;
			else if (column.required && !(column.name in values)) values[column.name] = sample(column);
		}
		for (const key of foreignKeys) Object.assign(values, await this.#fromParent(key, values, guildId));
		return values;
	}

	async #fromParent(key: ForeignKey, values: Row, guildId: string): Promise<Row> {
		if (!key.columns.every((name) => name in values)) return {};
		const parent = await this.row(key.parent, guildId);
		return Object.fromEntries(
			key.columns.map((name, index) => [name, parent[key.parentColumns[index] ?? ""]]),
		);
	}

	async #make(table: string, guildId: string): Promise<Row> {
		if (table === "discord_guilds") return this.#existing(table, "id", guildId);
		const { text, parameters } = insertion(table, await this.values(table, guildId));
		const made = await this.#owner.query<Row>(`${text} ON CONFLICT DO NOTHING RETURNING *`, parameters);
		// A trigger of the parent was quicker (the first revision of a configuration, say): then its row is the row.
		return made.rows[0] ?? (await this.#existing(table, "guild_id", guildId));
	}

	async #existing(table: string, column: string, guildId: string): Promise<Row> {
		const { rows } = await this.#owner.query<Row>(`SELECT * FROM ${table} WHERE ${column} = $1 LIMIT 1`, [
			guildId,
		]);
		if (!rows[0]) throw new Error(`no row of ${table} for ${guildId}`);
		return rows[0];
	}
}

/** An INSERT of the values. */
export function insertion(table: string, values: Row): { text: string; parameters: unknown[] } {
	const names = Object.keys(values).map((name) => `"${name}"`);
	const places = names.map((_, index) => `$${index + 1}`);
	return {
		text: `INSERT INTO ${table} (${names.join(", ")}) VALUES (${places.join(", ")})`,
		parameters: Object.values(values),
	};
}

let last = 0;

function next(): number {
	last += 1;
	return last;
}

/** Fits the forms that CHECKs ask of names and kinds. */
const uniqueText = () => `sample_${next()}`;

const samples: Record<string, () => unknown> = {
	int8: newId,
	int4: () => next(),
	int2: () => 1,
	numeric: () => 1,
	float4: () => 1,
	float8: () => 1,
	bool: () => false,
	bit: () => "0".repeat(4096),
	text: uniqueText,
	varchar: uniqueText,
	uuid: randomUUID,
	bytea: () => randomBytes(32),
	json: () => "{}",
	jsonb: () => "{}",
	date: () => "2026-01-01",
	timestamptz: () => "2026-01-01T00:00:00Z",
};

function sample(column: Column): unknown {
	if (column.known !== null) return column.known;
	if (column.type.startsWith("_")) return [];
	const make = samples[column.type];
	if (!make) throw new Error(`no sample value for ${column.name} of type ${column.type}`);
	return make();
}
