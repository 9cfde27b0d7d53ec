import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { importFiles } from "@/lib/import/files";
import { type TestDatabase, testDatabase } from "./database";
import { silent } from "./import-harness";

const folder = path.resolve(import.meta.dirname, "../../../shared/data/pyscript");

/** Whether the real exports lie beside the repository; tests that need them are skipped where they do not. */
export const hasRealExports = existsSync(folder);

/** A database with every real export in it, and their one guild. */
export async function realDatabase(): Promise<{ db: TestDatabase; guild: string }> {
	const db = await testDatabase();
	const files = (await readdir(folder)).filter((name) => name.endsWith(".json"));
	const client = await db.pool("guildhall_bot").connect();
	try {
		const options = { observer: silent, signal: new AbortController().signal };
		await importFiles(
			client,
			files.map((name) => path.join(folder, name)),
			options,
		);
		const { rows } = await client.query<{ id: string }>("SELECT id::text FROM discord_guilds WHERE id <> 0");
		return { db, guild: rows[0]?.id ?? "" };
	} finally {
		client.release();
	}
}
