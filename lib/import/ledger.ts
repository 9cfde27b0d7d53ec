import type pg from "pg";
import type { FileFacts } from "@/lib/import/inspect";
import type { Written } from "@/lib/import/outcome";
import type { Source } from "@/lib/import/write-people";

/** A file's line in `import_files`. */
export type Entry = {
	id: string;
	state: "running" | "done";
	/** Byte of the file at which the next message may begin. */
	byteOffset: number;
	messagesDone: number;
	written: Written;
};

const columns = `id::text, state, byte_offset::float8 AS "byteOffset", messages_done AS "messagesDone",
	messages_created AS created, messages_updated AS updated`;

type Row = Omit<Entry, "written"> & { created: number; updated: number };

function entry({ created, updated, ...row }: Row): Entry {
	return { ...row, written: { created, updated, unchanged: row.messagesDone - created - updated } };
}

/** What is known of the file with these very bytes. */
export async function findEntry(client: pg.ClientBase, facts: FileFacts): Promise<Entry | undefined> {
	const { rows } = await client.query<Row>(
		`SELECT ${columns} FROM import_files WHERE guild_id = $1 AND sha256 = $2`,
		[facts.head.guild.id, facts.sha256],
	);
	return rows[0] && entry(rows[0]);
}

/** Begins the line of a file; its guild must be there. */
export async function beginEntry(
	client: pg.ClientBase,
	source: Source,
	name: string,
	facts: FileFacts,
): Promise<Entry> {
	const { rows } = await client.query<Row>(
		`INSERT INTO import_files
			(guild_id, channel_id, sha256, name, size, exported_at, byte_offset, messages_total)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${columns}`,
		[
			source.guildId,
			source.channelId,
			facts.sha256,
			name,
			facts.bytes,
			facts.head.exportedAt,
			facts.messagesStart,
			facts.totals.messages,
		],
	);
	if (!rows[0]) throw new Error("import_files took no row");
	return entry(rows[0]);
}

/** Notes a batch, in the batch's own transaction: whatever ends the process, the line says what is stored. */
export async function advanceEntry(
	client: pg.ClientBase,
	guildId: string,
	{ id, byteOffset, messagesDone, written }: Entry,
): Promise<void> {
	await client.query(
		`UPDATE import_files SET byte_offset = $3, messages_done = $4, messages_created = $5, messages_updated = $6
		WHERE guild_id = $1 AND id = $2`,
		[guildId, id, byteOffset, messagesDone, written.created, written.updated],
	);
}

/** The file is whole in the database. */
export async function finishEntry(client: pg.ClientBase, guildId: string, id: string): Promise<void> {
	await client.query(
		`UPDATE import_files SET state = 'done', finished_at = now() WHERE guild_id = $1 AND id = $2`,
		[guildId, id],
	);
}
