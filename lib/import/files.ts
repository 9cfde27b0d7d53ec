import { type FileHandle, open } from "node:fs/promises";
import type pg from "pg";
import { BrokenFile } from "@/lib/import/broken-file";
import { type FileFacts, inspect } from "@/lib/import/inspect";
import { type FileOutcome, type ImportOptions, nothingWritten, type Observer } from "@/lib/import/outcome";
import { resetSession, tuneSession } from "@/lib/import/session";
import { createStaging } from "@/lib/import/staging";
import { writeFile } from "@/lib/import/write-file";

/** Any constant of our own: two importers meet here, the second waits. */
const advisoryLock = 4_919_207_313;

/**
 * Imports files one after the other: each is read whole and checked first, so that a broken one leaves no trace, then
 * written in batches that are one transaction each. A file whose bytes were imported before is skipped, one that was
 * interrupted goes on where it stopped.
 * @param client connected as guildhall_bot, used by nobody else meanwhile
 * @throws what the database throws; broken files are outcomes
 */
export async function importFiles(
	client: pg.ClientBase,
	paths: string[],
	options: ImportOptions,
): Promise<FileOutcome[]> {
	await takeTurn(client, options.observer);
	try {
		await tuneSession(client);
		await createStaging(client);
		return await eachFile(paths, options, (file, facts, outcome) =>
			writeFile(client, file, facts, outcome, options),
		);
	} finally {
		await resetSession(client);
		await client.query("SELECT pg_advisory_unlock($1)", [advisoryLock]);
	}
}

/** Reads and checks files like {@link importFiles} and writes nothing. */
export async function checkFiles(paths: string[], options: ImportOptions): Promise<FileOutcome[]> {
	return eachFile(paths, options, async () => "checked");
}

type Work = (file: FileHandle, facts: FileFacts, outcome: FileOutcome) => Promise<FileOutcome["state"]>;

async function takeTurn(client: pg.ClientBase, observer: Observer): Promise<void> {
	const { rows } = await client.query<{ free: boolean }>("SELECT pg_try_advisory_lock($1) AS free", [
		advisoryLock,
	]);
	if (rows[0]?.free) return;
	observer.note("Another import is running; waiting for it to end.");
	await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
}

async function eachFile(
	paths: string[],
	{ observer, signal }: ImportOptions,
	work: Work,
): Promise<FileOutcome[]> {
	const outcomes: FileOutcome[] = [];
	for (const file of paths) {
		if (signal.aborted) break;
		const outcome = await oneFile(file, observer, work);
		observer.closed(outcome);
		outcomes.push(outcome);
	}
	return outcomes;
}

async function oneFile(file: string, observer: Observer, work: Work): Promise<FileOutcome> {
	const outcome: FileOutcome = { path: file, state: "broken", written: nothingWritten, notes: [] };
	let handle: FileHandle | undefined;
	try {
		handle = await openFile(file);
		const before = await handle.stat();
		observer.opened(file, before.size);
		const facts = await inspect(handle, (bytes) => observer.checked(bytes));
		const { head, totals } = facts;
		if (head.messageCount !== null && head.messageCount !== totals.messages) {
			outcome.notes.push(`says that it holds ${head.messageCount} messages, and holds ${totals.messages}`);
		}
		outcome.facts = facts;
		outcome.state = await work(handle, facts, outcome);
	} catch (error) {
		if (!(error instanceof BrokenFile)) throw error;
		delete outcome.facts;
		outcome.problem = { offset: error.offset, reason: error.reason };
	} finally {
		await handle?.close();
	}
	return outcome;
}

const folder = "it is a folder; name the files in it";

const refusals: Record<string, string> = {
	ENOENT: "there is no such file",
	EACCES: "it may not be read",
	EISDIR: folder,
	ENOTDIR: "there is no such file",
};

async function openFile(file: string): Promise<FileHandle> {
	try {
		const handle = await open(file);
		if (!(await handle.stat()).isDirectory()) return handle;
		await handle.close();
		throw new BrokenFile(0, folder);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		if (Object.hasOwn(refusals, code)) throw new BrokenFile(0, refusals[code] ?? code);
		throw error;
	}
}
