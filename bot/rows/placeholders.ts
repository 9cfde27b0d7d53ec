import { bulk, type Columns, names, recordset } from "@/bot/rows/bulk";
import type { Db } from "@/bot/scope";

/**
 * Rows that something points at and nothing was told of: made with what the schema demands, unless they are there, and
 * older than any knowledge, so that whatever is told of them fills them.
 */
export class Placeholders {
	readonly #text: string;
	readonly #rows = new Map<string, Record<string, unknown>>();

	/**
	 * @param columns that a row is made with
	 * @param fixed SQL values of further columns that may not be null
	 */
	constructor(table: string, columns: Columns, fixed: Readonly<Record<string, string>>) {
		const list = [names(columns), ...Object.keys(fixed), "observed_at"].filter(Boolean).join(", ");
		const values = [names(columns, "s."), ...Object.values(fixed), "'-infinity'"].filter(Boolean).join(", ");
		this.#text = `INSERT INTO ${table} (${list}) SELECT ${values} FROM ${recordset(columns)} ORDER BY s.id ON CONFLICT DO NOTHING`;
	}

	/** Of several wants for one id the first stands. */
	want(id: string, row: Record<string, unknown>): void {
		if (!this.#rows.has(id)) this.#rows.set(id, { ...row, id });
	}

	/** @param told whether the row is written in this batch anyway */
	async write(db: Db, told: (id: string) => boolean): Promise<void> {
		const wanted = [...this.#rows].filter(([id]) => !told(id)).map(([, row]) => row);
		await bulk(db, this.#text, wanted);
	}
}
