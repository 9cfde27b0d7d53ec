import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { restoreEmoji } from "./inline-emoji";
import { mentionedIn } from "./mentioned";
import { namesOf } from "./names";
import { type MessageParts, partsOf } from "./parts";
import { type MessageRow, messageRows } from "./rows";
import { carriedBy } from "./snapshot";
import type { MessageAuthor, MessageItem, MessageNames } from "./view-schema";

type Unnamed = Omit<MessageItem, "author" | "reply" | "command">;

/** Messages ready to be drawn, in the order of `ids`, with what the ids in them stand for; seven statements for any number. */
export async function viewMessages(
	guild: GuildScope,
	ids: readonly string[],
): Promise<{ items: MessageItem[]; names: MessageNames }> {
	const rows = (await messageRows(guild, ids)).map(withEmoji);
	const parts = await partsOf(guild, ids);
	const drawn = rows.map((row) => ({ row, message: unnamed(row, parts) }));
	const mentioned = mentionedIn(drawn.flatMap(({ row, message }) => textsOf(row, message)));
	const names = await namesOf(guild, {
		...mentioned,
		users: [...new Set([...mentioned.users, ...rows.flatMap(peopleOf)])],
		channels: [...new Set([...mentioned.channels, ...rows.map((row) => row.channelId)])],
	});
	return { items: drawn.map(({ row, message }) => named(row, message, names)), names };
}

function withEmoji(row: MessageRow): MessageRow {
	return {
		...row,
		content: restoreEmoji(row.content, row.inlineEmojis),
		replyContent: row.replyContent === null ? null : restoreEmoji(row.replyContent, row.replyEmojis),
	};
}

function unnamed(row: MessageRow, parts: MessageParts): Unnamed {
	const { id, channelId, type, isWebhook, sentAt, editedAt, deletedAt, isPinned, isForwarded } = row;
	const forwarded = carriedBy(row.snapshot ?? {});
	return {
		...{ id, channelId, type, isWebhook, sentAt, editedAt, deletedAt, isPinned, isForwarded },
		content: row.content === "" ? (row.snapshot?.content ?? "") : row.content,
		attachments: parts.attachments.get(id) ?? forwarded.attachments,
		embeds: parts.embeds.get(id) ?? forwarded.embeds,
		stickers: parts.stickers.get(id) ?? forwarded.stickers,
		reactions: parts.reactions.get(id) ?? [],
		components: parts.components.get(id) ?? [],
	};
}

function textsOf(row: MessageRow, message: Unnamed): string[] {
	const embeds = message.embeds.flatMap(({ description, fields }) => [
		description ?? "",
		...fields.map((field) => field.value),
	]);
	return [message.content, row.replyContent ?? "", ...embeds];
}

function peopleOf(row: MessageRow): string[] {
	return [row.authorId, row.commandUserId, row.replyAuthorId].filter((id) => id !== null);
}

function named(row: MessageRow, message: Unnamed, { users }: MessageNames): MessageItem {
	const person: Name = (id) => users[id] ?? { id, name: id, avatar: null, isBot: row.isWebhook };
	return {
		...message,
		author: person(row.authorId),
		reply: replyOf(row, person),
		command: commandOf(row, person),
	};
}

type Name = (id: string) => MessageAuthor;

function replyOf({ replyId, replyAuthorId, replyContent }: MessageRow, person: Name): MessageItem["reply"] {
	if (replyId === null) return null;
	return {
		id: replyId,
		author: replyAuthorId === null ? null : person(replyAuthorId),
		content: replyContent,
	};
}

function commandOf({ commandName, commandUserId }: MessageRow, person: Name): MessageItem["command"] {
	if (commandName === null) return null;
	return { name: commandName, user: commandUserId === null ? null : person(commandUserId) };
}
