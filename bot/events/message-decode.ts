import { componentCells } from "@/bot/events/message-components";
import { embedParts } from "@/bot/events/message-embeds";
import type { MessagePayload } from "@/bot/events/message-schema";
import type { MessageCells } from "@/bot/rows/message-columns";
import type { Parts } from "@/bot/rows/part-columns";
import { stickerFormatName } from "@/lib/discord/components";
import { messageTypeName } from "@/lib/discord/messages";
import { isSnowflake } from "@/lib/discord/snowflake";

/** A key that is not there is nothing said; null is. */
type Readers<T> = { [K in keyof MessagePayload]?: (value: MessagePayload[K], keepsText: boolean) => T };

const same = (column: keyof MessageCells) => (value: unknown) => ({ [column]: value });
const text = (column: keyof MessageCells) => (value: unknown, keepsText: boolean) => ({
	[column]: keepsText ? value : null,
});

const cellReaders: Readers<MessageCells> = {
	content: (value, keepsText) => ({ content: keepsText ? (value ?? "") : "" }),
	type: (value) => ({ message_type: messageTypeName(value ?? 0) }),
	edited_timestamp: same("edited_timestamp"),
	flags: same("flags"),
	tts: (value) => ({ tts: value ?? false }),
	mention_everyone: (value) => ({ mention_everyone: value ?? false }),
	pinned: (value) => ({ pinned: value ?? false }),
	application_id: same("application_id"),
	message_reference: (value) => ({ message_reference: value, referenced_message_id: value?.message_id }),
	message_snapshots: text("message_snapshots"),
	thread: (value) => ({ thread_id: value?.id }),
	activity: same("activity"),
	application: same("application"),
	poll: text("poll"),
	call: (value) => ({ call_ended_timestamp: value?.ended_timestamp }),
};

const partReaders: Readers<Partial<Parts>> = {
	attachments: (value, keepsText) => ({ attachments: (value ?? []).map(attachmentCells(keepsText)) }),
	embeds: (value, keepsText) => embedParts(value ?? [], keepsText),
	components: (value, keepsText) => ({ components: componentCells(value ?? [], keepsText) }),
	sticker_items: (value) => ({
		stickers: (value ?? []).map(({ id, name, format_type }) => ({
			sticker_id: id,
			name,
			format_type: typeof format_type === "number" ? stickerFormatName(format_type) : null,
		})),
	}),
	mentions: (value) => ({ userMentions: mentionCells("user", value?.map(({ id }) => id) ?? []) }),
	mention_roles: (value) => ({ roleMentions: mentionCells("role", value ?? []) }),
	content: (value) => ({
		channelMentions: mentionCells(
			"channel",
			[...(value ?? "").matchAll(/<#(\d{7,19})>/g)].map(([, id]) => id ?? ""),
		),
	}),
	reactions: (value) => ({ reactionCounts: (value ?? []).flatMap(countCells) }),
};

/** What a payload mentions: columns, and parts that are each complete. */
export function toldBy(
	d: MessagePayload,
	keepsText: boolean,
): { cells: MessageCells; parts: Partial<Parts> } {
	const cells = { ...identity(d), ...interactionCells(d), ...readAll(cellReaders, d, keepsText) };
	return { cells, parts: readAll(partReaders, d, keepsText) };
}

function readAll<T extends object>(readers: Readers<T>, d: MessagePayload, keepsText: boolean): T {
	const read: Partial<T> = {};
	for (const [key, reader] of Object.entries(readers)) {
		if (key in d)
			Object.assign(
				read,
				(reader as (value: unknown, keepsText: boolean) => T)(d[key as keyof MessagePayload], keepsText),
			);
	}
	return read as T;
}

/** What never changes: taken only when the message is stored for the first time. */
function identity({ channel_id, author, timestamp, webhook_id, nonce }: MessagePayload): MessageCells {
	return {
		channel_id,
		...(author && { author_id: author.id }),
		...(timestamp && { timestamp }),
		...(webhook_id && { webhook_id }),
		...(nonce !== undefined && nonce !== null && { nonce: String(nonce) }),
	};
}

/** Discord says it twice: the older `interaction` has the command's name, `interaction_metadata` is there to stay. */
function interactionCells({ interaction_metadata, interaction }: MessagePayload): MessageCells {
	const told = interaction_metadata ?? interaction;
	if (!told) return {};
	const user = told.user ?? interaction?.user;
	const name = interaction?.name ?? told.name;
	return {
		interaction_id: told.id,
		interaction_type: told.type,
		interaction: {
			id: told.id,
			type: told.type,
			...(name && { name }),
			...(user && { user: { id: user.id, username: user.username } }),
		},
	};
}

const spoilerPrefix = "SPOILER_";

function attachmentCells(keepsText: boolean) {
	return (
		file: NonNullable<MessagePayload["attachments"]>[number],
		position: number,
	): Parts["attachments"][number] => ({
		id: file.id,
		position,
		filename: keepsText ? file.filename : "",
		description: keepsText ? file.description : null,
		content_type: file.content_type,
		size: file.size,
		url: keepsText ? file.url : "",
		proxy_url: keepsText ? file.proxy_url : null,
		height: file.height,
		width: file.width,
		duration_secs: file.duration_secs,
		ephemeral: file.ephemeral ?? false,
		spoiler: file.filename.startsWith(spoilerPrefix),
	});
}

function mentionCells(type: "user" | "role" | "channel", ids: readonly string[]): Parts["userMentions"] {
	return [...new Set(ids)].filter(isSnowflake).map((id) => ({ mention_type: type, target_id: id }));
}

type Reaction = NonNullable<MessagePayload["reactions"]>[number];

function countCells({ count, emoji }: Reaction): Parts["reactionCounts"] {
	const name = emoji.name ?? emoji.id;
	if (!name || count <= 0) return [];
	return [
		{
			emoji_key: emoji.id ?? name,
			emoji_id: emoji.id,
			emoji_name: name,
			emoji_animated: emoji.animated ?? false,
			count,
		},
	];
}
