import type pg from "pg";
import {
	embedColumns,
	fieldColumns,
	mentionColumns,
	reactionCountColumns,
	reactionEmojiColumns,
	stickerColumns,
} from "@/lib/discord/part-columns";
import { CopyRows } from "@/lib/import/copy";

/**
 * The temporary tables that a batch passes through: COPY is the fastest way in, and may not be used on tables with
 * row-level security. What is the same for the whole file (guild, channel, time of the export) is not in them.
 */
const tables = {
	import_messages: {
		id: "bigint",
		newer: "boolean",
		author_id: "bigint",
		content: "text",
		message_type: "text",
		pinned: "boolean",
		interaction_id: "bigint",
		interaction: "jsonb",
		referenced_message_id: "bigint",
		message_reference: "jsonb",
		message_snapshots: "jsonb",
		inline_emojis: "jsonb",
		timestamp: "timestamptz",
		edited_timestamp: "timestamptz",
		call_ended_timestamp: "timestamptz",
	},
	import_attachments: {
		id: "bigint",
		message_id: "bigint",
		position: "smallint",
		filename: "text",
		size: "bigint",
		url: "text",
		content_type: "text",
		spoiler: "boolean",
	},
	import_embeds: { message_id: "bigint", ...embedColumns, images: "jsonb" },
	import_fields: { message_id: "bigint", ...fieldColumns },
	import_mentions: { message_id: "bigint", ...mentionColumns },
	import_reaction_counts: { message_id: "bigint", ...reactionCountColumns, users_listed: "boolean" },
	import_reactions: {
		message_id: "bigint",
		user_id: "bigint",
		...reactionEmojiColumns,
		reacted_at: "timestamptz",
	},
	import_stickers: { message_id: "bigint", ...stickerColumns },
	import_users: {
		id: "bigint",
		username: "text",
		discriminator: "text",
		global_name: "text",
		bot: "boolean",
		avatar: "text",
		avatar_known: "boolean",
		nick: "text",
		member_avatar: "text",
		member_avatar_known: "boolean",
		roles_listed: "boolean",
		first_seen: "timestamptz",
		last_seen: "timestamptz",
	},
	import_roles: { id: "bigint", name: "text", color: "integer", position: "integer" },
	import_member_roles: { user_id: "bigint", role_id: "bigint" },
} as const;

export type StagingTable = keyof typeof tables;

/** The names of a staging table's columns, in the order of its rows' cells. */
export function stagingColumns(table: StagingTable): string[] {
	return Object.keys(tables[table]);
}

/** An empty set of rows for a staging table. */
export function stagingRows(table: StagingTable): CopyRows {
	return new CopyRows(
		table,
		stagingColumns(table).map((column) => `"${column}"`),
	);
}

/** Makes the temporary tables of this connection; they are empty again after each transaction. */
export async function createStaging(client: pg.ClientBase): Promise<void> {
	const statements = Object.entries(tables).map(([name, columns]) => {
		const list = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
		return `CREATE TEMPORARY TABLE IF NOT EXISTS ${name} (${list.join(", ")}) ON COMMIT DELETE ROWS`;
	});
	await client.query(statements.join(";\n"));
}
