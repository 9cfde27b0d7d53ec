import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Cell = string | number | boolean | null;

const special = /[\\\n\r\t\0]/;
const specials = /[\\\n\r\t\0]/g;
const escapes: Record<string, string> = {
	"\\": "\\\\",
	"\n": "\\n",
	"\r": "\\r",
	"\t": "\\t",
	// Postgres' text cannot hold it.
	"\0": "\uFFFD",
};

function encode(cell: Cell): string {
	if (cell === null) return "\\N";
	if (typeof cell !== "string") return String(cell);
	return special.test(cell) ? cell.replace(specials, (character) => escapes[character] ?? "") : cell;
}

const portionCharacters = 256 * 1024;

/** Rows on their way into one table, in COPY's text format. */
export class CopyRows {
	private readonly statement: string;
	private readonly portions: string[] = [];
	private current = "";

	constructor(table: string, columns: readonly string[]) {
		this.statement = `COPY ${table} (${columns.join(", ")}) FROM STDIN`;
	}

	/** Adds a row; as many cells as there are columns, in their order. */
	add(cells: readonly Cell[]): void {
		let line = encode(cells[0] ?? null);
		for (let index = 1; index < cells.length; index++) line += `\t${encode(cells[index] ?? null)}`;
		this.current += `${line}\n`;
		if (this.current.length > portionCharacters) {
			this.portions.push(this.current);
			this.current = "";
		}
	}

	/** Sends all rows; without any, nothing is sent. */
	async send(client: pg.ClientBase): Promise<void> {
		if (this.current === "" && this.portions.length === 0) return;
		const stream = client.query(copyFrom(this.statement));
		const done = finished(stream);
		// A failure is thrown by the await below, also when it comes while waiting for room.
		done.catch(() => {});
		for (const portion of [...this.portions, this.current]) {
			if (!stream.write(portion)) await Promise.race([once(stream, "drain"), done]);
		}
		stream.end();
		await done;
	}
}
