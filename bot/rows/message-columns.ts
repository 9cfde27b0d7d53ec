import type { Columns } from "@/bot/rows/bulk";

/** What an edit may change of a message. */
const editable = {
	content: "text",
	message_type: "text",
	flags: "integer",
	tts: "boolean",
	mention_everyone: "boolean",
	pinned: "boolean",
	application_id: "bigint",
	interaction_id: "bigint",
	interaction_type: "smallint",
	interaction: "jsonb",
	referenced_message_id: "bigint",
	message_reference: "jsonb",
	message_snapshots: "jsonb",
	thread_id: "bigint",
	activity: "jsonb",
	application: "jsonb",
	poll: "jsonb",
	edited_timestamp: "timestamptz",
	call_ended_timestamp: "timestamptz",
} as const satisfies Columns;

export const editableColumns: readonly string[] = Object.keys(editable);

/** Every column of a message that the worker writes. */
export const messageColumns = {
	id: "bigint",
	guild_id: "bigint",
	channel_id: "bigint",
	author_id: "bigint",
	webhook_id: "bigint",
	nonce: "text",
	timestamp: "timestamptz",
	...editable,
	observed_at: "timestamptz",
	deleted_at: "timestamptz",
} as const satisfies Columns;

/** `given` names the columns that the edit mentions; the others keep what they hold. */
export const editColumns = {
	id: "bigint",
	guild_id: "bigint",
	given: "jsonb",
	...editable,
	observed_at: "timestamptz",
} as const satisfies Columns;

/** The columns that a payload mentions, with their values; snowflakes and times are text. */
export type MessageCells = { [K in keyof typeof messageColumns]?: unknown };
