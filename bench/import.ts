import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import type pg from "pg";
import { copyTables, dumpTables } from "@/bench/exports/raw-copy";
import { readRaw } from "@/bench/exports/read-raw";
import { writeSyntheticExport } from "@/bench/exports/synthetic-export";
import { print, seconds } from "@/bench/measure/figure";
import { type ProcessorTime, processorTime } from "@/bench/measure/processor";
import { importFiles } from "@/lib/import/files";
import { inspect } from "@/lib/import/inspect";
import type { Observer } from "@/lib/import/outcome";
import { testDatabase } from "@/prisma/tests/database";

const silent: Observer = { opened() {}, checked() {}, written() {}, closed() {}, note() {} };

/** Messages a second from file to committed rows with every index, key and rollup, against COPY of the same rows. */
export async function run(args: string[]): Promise<void> {
	const { messages } = new Command("import")
		.option("--messages <number>", "messages of the generated export", "200000")
		.parse(args, { from: "user" })
		.opts<{ messages: string }>();
	const count = Number(messages);
	const folder = await mkdtemp(path.join(tmpdir(), "guildhall-bench-"));
	try {
		const file = path.join(folder, "export.json");
		await writeSyntheticExport(file, count);
		await measureChecks(file, count);
		await measureImport(file, folder, count);
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function measureChecks(file: string, count: number): Promise<void> {
	const handle = await open(file);
	const check = await seconds(() => inspect(handle, () => {}));
	const raw = await seconds(() => readRaw(handle));
	await handle.close();
	print({
		figure: "reading and checking a file",
		value: count / check,
		unit: "messages/s",
		ratio: raw / check,
		against: "JSON.parse of each message",
	});
}

async function measureImport(file: string, folder: string, count: number): Promise<void> {
	const first = await testDatabase();
	const second = await testDatabase();
	try {
		const pool = first.pool("guildhall_bot");
		let spent: ProcessorTime = { here: 0, database: undefined };
		const imported = await seconds(async () => {
			spent = await importOnce(pool, file);
		});
		print({
			figure: "peak memory of the process",
			value: process.resourceUsage().maxRSS / 1024,
			unit: "MiB",
			target: "flat",
		});
		const again = await seconds(() => importOnce(pool, file));
		const dumped = await dumpTables(first.adminUrl, folder);
		const copied = await seconds(() => copyTables(second.adminUrl, dumped));
		print({
			figure: "import of a DiscordChatExporter file",
			value: count / imported,
			unit: "messages/s",
			ratio: copied / imported,
			against: "COPY of the same rows into the same tables",
			target: ">= 15000 messages/s, ratio >= 0.25",
		});
		printProcessor(spent, count);
		print({ figure: "import of the same file again", value: count / again, unit: "messages/s" });
	} finally {
		await first.drop();
		await second.drop();
	}
}

function printProcessor({ here, database }: ProcessorTime, count: number): void {
	const unit = "µs of processor a message";
	print({ figure: "import: this process, checking included", value: (here / count) * 1e6, unit });
	if (database === undefined) return;
	print({ figure: "import: the database's process", value: (database / count) * 1e6, unit });
}

async function importOnce(pool: pg.Pool, file: string): Promise<ProcessorTime> {
	const client = await pool.connect();
	try {
		const options = { observer: silent, signal: new AbortController().signal };
		return await processorTime(client, () => importFiles(client, [file], options));
	} finally {
		client.release();
	}
}
