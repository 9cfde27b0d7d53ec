import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { importFiles } from "@/lib/import/files";
import type { FileOutcome, ImportOptions, Observer } from "@/lib/import/outcome";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";

export const silent: Observer = { opened() {}, checked() {}, written() {}, closed() {}, note() {} };

/** An empty database for each test of a file, and a folder for its exports. */
export class ImportHarness {
	folder = "";
	private current: TestDatabase | undefined;
	private files = 0;

	/** Registers the hooks; call it once, outside the tests. */
	constructor() {
		beforeAll(async () => {
			this.folder = await mkdtemp(path.join(tmpdir(), "guildhall-import-"));
		});
		afterAll(() => rm(this.folder, { recursive: true }));
		beforeEach(() => this.renew());
		afterEach(() => this.drop());
	}

	get database(): TestDatabase {
		if (!this.current) throw new Error("only inside a test");
		return this.current;
	}

	/** Throws the database away and opens an empty one. */
	async renew(): Promise<void> {
		await this.drop();
		this.current = await testDatabase();
	}

	private async drop(): Promise<void> {
		await this.current?.drop();
		this.current = undefined;
	}

	async save(content: string): Promise<string> {
		const file = path.join(this.folder, `export-${this.files++}.json`);
		await writeFile(file, content);
		return file;
	}

	async importPaths(paths: string[], changes: Partial<ImportOptions> = {}): Promise<FileOutcome[]> {
		const client = await this.database.pool("guildhall_bot").connect();
		try {
			const options = { observer: silent, signal: new AbortController().signal, ...changes };
			return await importFiles(client, paths, options);
		} finally {
			client.release();
		}
	}

	async importText(...texts: string[]): Promise<FileOutcome[]> {
		return this.importPaths(await Promise.all(texts.map((text) => this.save(text))));
	}

	/** Rows as the bot reads them, with ids as text. */
	async rows(statement: string): Promise<Record<string, unknown>[]> {
		return (await this.database.pool("guildhall_bot").query(statement)).rows;
	}
}

/** The export's own time, on a day of November 2023. */
export const at = (day: string) => ({ exportedAt: `2023-11-${day}T12:00:00+00:00` });

/** Ids of the made-up guild and of its first two messages. */
export const guild = "972017612454232100";
export const first = "1027332184274645083";
export const second = "1027332184274645099";
