import { randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { benchHome } from "@/scripts/database/bench";
import { Refusal } from "@/scripts/refusal";

const file = path.join(benchHome, "postgres.log");
const patience = { tries: 200, ms: 10 };

/** Has the server write down every statement, with the role that ran it, while `work` takes. */
export async function withStatementsLogged<T>(admin: pg.ClientBase, work: () => Promise<T>): Promise<T> {
	await admin.query("ALTER SYSTEM SET log_statement = 'all'");
	await admin.query("ALTER SYSTEM SET log_line_prefix = '%u '");
	await admin.query("SELECT pg_reload_conf()");
	try {
		return await work();
	} finally {
		await admin.query("ALTER SYSTEM RESET log_statement");
		await admin.query("ALTER SYSTEM RESET log_line_prefix");
		await admin.query("SELECT pg_reload_conf()");
	}
}

/**
 * How many statements a role ran meanwhile.
 * @throws Refusal where the server is not the benches' own, whose log is at hand
 */
export async function statementsDuring(
	admin: pg.ClientBase,
	role: string,
	work: () => Promise<void>,
): Promise<number> {
	const { end } = await markedEnd(admin);
	await work();
	const { text } = await markedEnd(admin, end);
	return [...text.matchAll(new RegExp(`^${role} LOG: {2}(?:statement|execute [^:]+): `, "gm"))].length;
}

/** Writes a mark into the log and waits until it stands there, behind all that was said before it. */
async function markedEnd(admin: pg.ClientBase, from?: number): Promise<{ text: string; end: number }> {
	const handle = await open(file);
	try {
		const start = from ?? (await handle.stat()).size;
		const mark = `mark ${randomUUID()}`;
		await admin.query(`DO $$ BEGIN RAISE LOG '${mark}'; END $$`);
		for (let attempt = 0; attempt < patience.tries; attempt++) {
			const { size } = await handle.stat();
			const buffer = Buffer.alloc(size - start);
			await handle.read(buffer, 0, buffer.length, start);
			const text = buffer.toString("utf8");
			if (text.includes(`LOG:  ${mark}`)) return { text, end: size };
			await setTimeout(patience.ms);
		}
	} finally {
		await handle.close();
	}
	throw new Refusal(`${file} is not the log of this server: statements are counted in the benches' own.`);
}
