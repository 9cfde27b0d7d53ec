import type pg from "pg";
import { BatchRows, seeEverybody } from "@/lib/import/batch-rows";
import type { ExportMessage } from "@/lib/import/export-format";
import type { Written } from "@/lib/import/outcome";
import { People } from "@/lib/import/people";
import { writeLastMessage } from "@/lib/import/write-head";
import { knownMessages, writeMessages } from "@/lib/import/write-messages";
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

export type BatchResult = Written & {
	/** Messages left out, since their ids belong to another guild. */
	foreign: number;
};

/** Writes one batch in the transaction that is open. */
export async function writeBatch(client: pg.ClientBase, source: Source, batch: Batch): Promise<BatchResult> {
	const known = new Map(
		(await knownMessages(client, source, [...batch.messages.keys()])).map((row) => [row.id, row]),
	);
	const people = new People(source.guildId === "0");
	const rows = new BatchRows();
	const newerIds: string[] = [];
	let created = 0;
	let foreign = 0;
	for (const [id, message] of batch.messages) {
		const stored = known.get(id);
		if (stored && stored.guild_id !== source.guildId) {
			foreign++;
			continue;
		}
		seeEverybody(people, message);
		if (!stored) created++;
		else if (stored.older) newerIds.push(id);
		if (!stored || stored.older) rows.add(message, stored !== undefined);
	}
	for (const table of [...people.rows(), ...rows.all()]) await table.send(client);
	await writePeople(client, source);
	await writeMessages(client, source, newerIds);
	await writeParts(client, source.guildId, newerIds.length > 0);
	await writeLastMessage(client, source);
	const updated = newerIds.length;
	return { created, updated, unchanged: batch.count - created - updated, foreign };
}
