import type { FileHandle } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { readBatches } from "@/lib/import/batches";
import type { FileFacts } from "@/lib/import/inspect";
import { advanceEntry, beginEntry, type Entry, findEntry, finishEntry } from "@/lib/import/ledger";
import { type FileOutcome, type ImportOptions, nothingWritten } from "@/lib/import/outcome";
import { repeatedTransaction, transaction } from "@/lib/import/transaction";
import { type Batch, type PreparedBatch, prepareBatch, writeBatch } from "@/lib/import/write-batch";
import { ensureMonths, writeHead } from "@/lib/import/write-head";
import type { Source } from "@/lib/import/write-people";

const defaultBatchSize = 15_000;

/**
 * Writes a file that was checked: its guild and channel, then its messages in batches, each with its own progress.
 * @returns what became of it
 */
export async function writeFile(
	client: pg.ClientBase,
	file: FileHandle,
	facts: FileFacts,
	outcome: FileOutcome,
	options: ImportOptions,
): Promise<FileOutcome["state"]> {
	const { head } = facts;
	const source: Source = {
		guildId: head.guild.id,
		channelId: head.channel.id,
		observedAt: facts.observedAt ?? "-infinity",
		dated: head.exportedAt !== null,
	};
	const before = await findEntry(client, facts);
	if (before?.state === "done") {
		outcome.written = { ...nothingWritten, unchanged: facts.totals.messages };
		return "already";
	}
	await ensureMonths(client, facts.months);
	let entry = before;
	if (!entry) {
		const name = path.basename(outcome.path);
		entry = await transaction(client, async () => {
			await writeHead(client, head, source);
			return beginEntry(client, source, name, facts);
		});
	}
	const whole = await writeMessages(client, file, source, entry, facts, outcome, options);
	if (!whole) return "interrupted";
	return before ? "resumed" : "imported";
}

/** @returns false when it was asked to stop before the end */
async function writeMessages(
	client: pg.ClientBase,
	file: FileHandle,
	source: Source,
	entry: Entry,
	facts: FileFacts,
	outcome: FileOutcome,
	{ observer, signal, batchSize = defaultBatchSize }: ImportOptions,
): Promise<boolean> {
	const total = facts.totals.messages;
	let current = entry;
	let foreign = 0;
	const batches = readBatches(file, entry.byteOffset, entry.messagesDone > 0, batchSize);
	let upcoming: PreparedBatch | undefined;
	const readNext = async () => {
		const { value } = await batches.next();
		upcoming = value && prepareBatch(source, value);
	};
	observer.written(current.messagesDone, total);
	await readNext();
	for (let batch = upcoming; batch; batch = upcoming) {
		if (signal.aborted) return false;
		const done = await writeOne(client, source, current, batch, readNext);
		current = done.entry;
		foreign += done.foreign;
		outcome.written = current.written;
		observer.written(current.messagesDone, total);
	}
	await finishEntry(client, source.guildId, entry.id);
	outcome.written = current.written;
	if (foreign > 0) outcome.notes.push(`${foreign} messages left out: their ids belong to another server`);
	return true;
}

/**
 * Writes one batch and how far the file is with it.
 * @param readNext is run once, also where the batch is written anew
 */
async function writeOne(
	client: pg.ClientBase,
	source: Source,
	entry: Entry,
	batch: PreparedBatch,
	readNext: () => Promise<void>,
): Promise<{ entry: Entry; foreign: number }> {
	let reading: Promise<void> | undefined;
	const meanwhile = () => {
		reading ??= readNext();
		return reading;
	};
	return repeatedTransaction(client, async () => {
		const { foreign, ...written } = await writeBatch(client, source, batch, meanwhile);
		const next = advance(entry, batch, written);
		await advanceEntry(client, source.guildId, next);
		return { entry: next, foreign };
	});
}

function advance(entry: Entry, batch: Batch, written: Entry["written"]): Entry {
	return {
		...entry,
		byteOffset: batch.end,
		messagesDone: entry.messagesDone + batch.count,
		written: {
			created: entry.written.created + written.created,
			updated: entry.written.updated + written.updated,
			unchanged: entry.written.unchanged + written.unchanged,
		},
	};
}
