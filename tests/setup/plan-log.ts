import { randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import type pg from "pg";
import { vi } from "vitest";
import { type Planned, plansIn } from "./plans";

const settings = {
	session_preload_libraries: "auto_explain",
	"auto_explain.log_min_duration": "0",
	"auto_explain.log_nested_statements": "on",
	"auto_explain.log_format": "json",
};

/** Lets every statement of the web role in a database write its plan into the server's log. */
export async function explainEverything(admin: pg.Client, database: string): Promise<void> {
	for (const [name, value] of Object.entries(settings)) {
		await admin.query(`ALTER ROLE guildhall_web IN DATABASE ${database} SET ${name} = '${value}'`);
	}
}

/** Reads the plans of what `work` had the server run, from its log. */
export class PlanLog {
	readonly #admin: pg.Client;
	readonly #file: string;

	constructor(admin: pg.Client, file: string) {
		this.#admin = admin;
		this.#file = file;
	}

	async during(work: () => Promise<unknown>): Promise<Planned[]> {
		const begin = (await this.#markedEnd()).end;
		await work();
		const { log } = await this.#markedEnd(begin);
		return plansIn(log);
	}

	/** Writes a mark and waits until it stands in the file, behind all that was said before it. */
	async #markedEnd(from?: number): Promise<{ log: string; end: number }> {
		const handle = await open(this.#file);
		try {
			const start = from ?? (await handle.stat()).size;
			const mark = `mark ${randomUUID()}`;
			await this.#admin.query(`DO $$ BEGIN RAISE LOG '${mark}'; END $$`);
			return await vi.waitFor(
				async () => {
					const { size } = await handle.stat();
					const buffer = Buffer.alloc(size - start);
					await handle.read(buffer, 0, buffer.length, start);
					const log = buffer.toString("utf8");
					if (!log.includes(mark)) throw new Error(`${mark} does not stand in ${this.#file}`);
					return { log, end: size };
				},
				{ timeout: 10_000, interval: 5 },
			);
		} finally {
			await handle.close();
		}
	}
}
