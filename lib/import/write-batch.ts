import type pg from "pg";
import { NO_GUILD } from "@/lib/discord/snowflake";
import { BatchRows, seeEverybody } from "@/lib/import/batch-rows";
import type { CopyRows } from "@/lib/import/copy";
import type { ExportMessage } from "@/lib/import/export-format";
import type { Written } from "@/lib/import/outcome";
import { People } from "@/lib/import/people";
import { writeLastMessage } from "@/lib/import/write-head";
import { type Known, knownMessages, standing, writeMessages } from "@/lib/import/write-messages";
import { writeParts } from "@/lib/import/write-parts";
import { type Source, writePeople } from "@/lib/import/write-people";

/** Consecutive messages of a file, no two with the same id. */
export type Batch = {
	messages: Map<string, ExportMessage>;
	/** How many messages of the file they stand for, repeated ones included. */
	count: number;
	/** Byte of the file after the last of them. */
	end: number;
};

/** The rows of a batch, and what they are for. */
type Rows = {
	tables: CopyRows[];
	created: number;
	/** Messages that are stored as an older export told them. */
	newerIds: string[];
	/** Messages that are stored and told again, perhaps otherwise: see {@link standing}. */
	retoldIds: string[];
	/** Messages left out, since their ids belong to another guild. */
	foreign: number;
};

/** A batch with its rows as they are when nothing of it is stored yet, which is nearly always. */
export type PreparedBatch = Batch & { rows: Rows };

export type BatchResult = Written & Pick<Rows, "foreign">;

/** Makes a batch ready to be written; needs no database, so it can be done while that is busy. */
export function prepareBatch(source: Source, batch: Batch): PreparedBatch {
	return { ...batch, rows: rowsOf(source, batch, []) };
}

/**
 * Writes one batch in the transaction that is open.
 * @param meanwhile is run while the database inserts the messages, by far the longest of its statements
 */
export async function writeBatch(
	client: pg.ClientBase,
	source: Source,
	batch: PreparedBatch,
	meanwhile: () => Promise<void>,
): Promise<BatchResult> {
	const known = await knownMessages(client, source, [...batch.messages.keys()]);
	const rows = known.length === 0 ? batch.rows : rowsOf(source, batch, known);
	for (const table of rows.tables) await table.send(client);
	await writePeople(client, source);
	const { created, foreign, newerIds, retoldIds } = rows;
	const storedIds = [...newerIds, ...retoldIds];
	const [changed] = await Promise.all([writeMessages(client, source, storedIds), meanwhile()]);
	const changedIds = new Set([
		...changed,
		...(await writeParts(client, source.guildId, storedIds.length > 0)),
	]);
	await writeLastMessage(client, source);
	const updated = newerIds.length + retoldIds.filter((id) => changedIds.has(id)).length;
	return { created, updated, unchanged: batch.count - created - updated, foreign };
}

/** @param known what is stored of the batch's messages */
function rowsOf(source: Source, { messages }: Batch, known: Known[]): Rows {
	const storedById = new Map(known.map((row) => [row.id, row]));
	const people = new People(source.guildId === NO_GUILD);
	const rows = new BatchRows();
	const newerIds: string[] = [];
	const retoldIds: string[] = [];
	let created = 0;
	let foreign = 0;
	for (const [id, message] of [...messages].sort(byId)) {
		const stored = storedById.get(id);
		if (stored && stored.guild_id !== source.guildId) {
			foreign++;
			continue;
		}
		seeEverybody(people, message);
		const now = stored ? standing(stored, message, source) : "new";
		if (now === "new") created++;
		else if (now === "newer") newerIds.push(id);
		else if (now === "retold") retoldIds.push(id);
		if (now !== "known") rows.add(message, now !== "new");
	}
	return { tables: [...people.rows(), ...rows.all()], created, newerIds, retoldIds, foreign };
}

function byId([one]: [string, unknown], [other]: [string, unknown]): number {
	return one.length - other.length || (one < other ? -1 : 1);
}
