import { mkdtemp, open, rm, stat } from "node:fs/promises";
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

/** What a generated message takes in the file, on average. */
const bytesOfMessage = 877;

const silent: Observer = { opened() {}, checked() {}, written() {}, closed() {}, note() {} };

/** Messages a second from file to committed rows with every index, key and rollup, against COPY of the same rows. */
export async function run(args: string[]): Promise<void> {
	const { messages, gigabytes } = new Command("import")
		.option("--messages <number>", "messages of the generated export", "200000")
		.option("--gigabytes <number>", "import one export of about this size instead, and nothing else")
		.parse(args, { from: "user" })
		.opts<{ messages: string; gigabytes?: string }>();
	const count = gigabytes ? Math.round((Number(gigabytes) * 1e9) / bytesOfMessage) : Number(messages);
	const folder = await mkdtemp(path.join(tmpdir(), "guildhall-bench-"));
	try {
		const file = path.join(folder, "export.json");
		await writeSyntheticExport(file, count);
		if (gigabytes) await measureLarge(file, count);
		else {
			await measureChecks(file, count);
			await measureImport(file, folder, count);
		}
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
			value: peakMemory(),
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

/** Whether memory stays what it was after a tenth of the file. */
async function measureLarge(file: string, count: number): Promise<void> {
	const database = await testDatabase();
	try {
		let early = 0;
		const observer: Observer = {
			...silent,
			written: (messages) => {
				if (messages <= count / 10) early = peakMemory();
			},
		};
		const imported = await seconds(() => importOnce(database.pool("guildhall_bot"), file, observer));
		const { size } = await stat(file);
		const figure = `import of a file of ${(size / 1e9).toFixed(1)} GB`;
		print({ figure, value: count / imported, unit: "messages/s", target: ">= 15000 messages/s" });
		print({
			figure: `${figure}: peak memory of the process`,
			value: peakMemory(),
			unit: "MiB",
			ratio: peakMemory() / early,
			against: "that of the first tenth",
			target: "flat",
		});
	} finally {
		await database.drop();
	}
}

/** MiB of this process, at most so far. */
function peakMemory(): number {
	return process.resourceUsage().maxRSS / 1024;
}

function printProcessor({ here, database }: ProcessorTime, count: number): void {
	const unit = "µs of processor a message";
	print({ figure: "import: this process, checking included", value: (here / count) * 1e6, unit });
	if (database === undefined) return;
	print({ figure: "import: the database's process", value: (database / count) * 1e6, unit });
}

async function importOnce(pool: pg.Pool, file: string, observer = silent): Promise<ProcessorTime> {
	const client = await pool.connect();
	try {
		const options = { observer, signal: new AbortController().signal };
		return await processorTime(client, () => importFiles(client, [file], options));
	} finally {
		client.release();
	}
}
