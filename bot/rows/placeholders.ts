import { bulk, type Columns, recordset } from "@/bot/rows/bulk";
import type { Db } from "@/bot/scope";

/**
 * SQL over `t` and `s.at`: whether a list of everything that is from then may take the row away. Of a placeholder it is
 * known only when it was made.
 */
export const overtaken = "t.observed_at < s.at AND (isfinite(t.observed_at) OR t.created_at < s.at)";

/**
 * Rows that something points at and nothing was told of: made with what the schema demands, unless they are there, and
 * older than any knowledge, so that whatever is told of them fills them.
 */
export class Placeholders {
	readonly #text: string;
	readonly #rows = new Map<string, Record<string, unknown>>();

	/**
	 * @param source what is known of a wanted row, beside its id
	 * @param columns the table's columns with their SQL over `s`, beside `id` and `observed_at`
	 */
	constructor(table: string, source: Columns, columns: Readonly<Record<string, string>>) {
		this.#text = `
INSERT INTO ${table} (id, ${Object.keys(columns).join(", ")}, observed_at)
SELECT s.id, ${Object.values(columns).join(", ")}, '-infinity' FROM ${recordset({ id: "bigint", ...source })}
ORDER BY s.id
ON CONFLICT DO NOTHING`;
	}

	/** Of several wants for one id the first stands. */
	want(id: string, row: Record<string, unknown>): void {
		if (!this.#rows.has(id)) this.#rows.set(id, { ...row, id });
	}

	/** What a wanted row would be made with. */
	get(id: string): Record<string, unknown> | undefined {
		return this.#rows.get(id);
	}

	/** @param told whether the row is written in this batch anyway */
	async write(db: Db, told: (id: string) => boolean): Promise<void> {
		const wanted = [...this.#rows].filter(([id]) => !told(id)).map(([, row]) => row);
		await bulk(db, this.#text, wanted);
	}
}
