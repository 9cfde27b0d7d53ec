import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { restoreEmoji } from "./inline-emoji";
import { mentionedIn } from "./mentioned";
import { mentionedNames } from "./names";
import { type MessageParts, partsOf } from "./parts";
import { previewText } from "./preview";
import { type Command, commandsOf, type MessageRow, messageRows, type Quoted, quotedBy } from "./rows";
import { carriedBy } from "./snapshot";
import type { MessageAuthor, MessageItem, MessageNames } from "./view-schema";

type Unnamed = Omit<MessageItem, "author" | "reply" | "command">;

type Draft = { row: MessageRow; message: Unnamed; quoted: Quoted | undefined; command: Command | undefined };

/**
 * Messages ready to be drawn, in the order of `ids`, with what the ids in them stand for; nine statements in three
 * trips at most for any number of them.
 */
export async function viewMessages(
	guild: GuildScope,
	ids: readonly string[],
): Promise<{ items: MessageItem[]; names: MessageNames }> {
	if (ids.length === 0) return { items: [], names: { users: {}, roles: {}, channels: {}, emojis: {} } };
	const [rows, parts] = await Promise.all([messageRows(guild, ids), partsOf(guild, ids)]);
	const [quoted, commands] = await Promise.all([quotedBy(guild, rows), commandsOf(guild, rows)]);
	const drafts = rows.map((row) => ({
		row,
		message: unnamed(row, parts),
		quoted: quoted.get(row.replyId ?? ""),
		command: commandIn(row) ?? commands.get(row.interactionId ?? ""),
	}));
	const names = await namesIn(guild, drafts);
	return { items: drafts.map((draft) => named(draft, names)), names };
}

function commandIn({ commandName, commandUserId }: MessageRow): Command | undefined {
	return commandName === null || commandUserId === null
		? undefined
		: { name: commandName, userId: commandUserId };
}

function unnamed(row: MessageRow, parts: MessageParts): Unnamed {
	const { id, channelId, type, isWebhook, sentAt, editedAt, deletedAt, isPinned, isForwarded } = row;
	const forwarded = carriedBy(row.snapshot ?? {});
	const content = restoreEmoji(row.content, row.inlineEmojis);
	return {
		...{ id, channelId, type, isWebhook, sentAt, editedAt, deletedAt, isPinned, isForwarded },
		content: content === "" ? (row.snapshot?.content ?? "") : content,
		attachments: parts.attachments.get(id) ?? forwarded.attachments,
		embeds: parts.embeds.get(id) ?? forwarded.embeds,
		stickers: parts.stickers.get(id) ?? forwarded.stickers,
		reactions: parts.reactions.get(id) ?? [],
		components: parts.components.get(id) ?? [],
	};
}

async function namesIn(guild: GuildScope, drafts: readonly Draft[]): Promise<MessageNames> {
	const mentioned = mentionedIn(
		drafts.flatMap(({ message, quoted }) => [quoted?.content ?? "", ...textsOf(message)]),
	);
	const people = drafts.flatMap(({ row, quoted, command }) => [
		row.authorId,
		quoted?.authorId ?? [],
		command?.userId ?? [],
	]);
	return mentionedNames(guild, {
		...mentioned,
		users: [...new Set([...mentioned.users, ...people.flat()])],
		channels: [...new Set([...mentioned.channels, ...drafts.map(({ row }) => row.channelId)])],
	});
}

function textsOf({ content, embeds }: Unnamed): string[] {
	const inEmbeds = embeds.flatMap(({ description, fields }) => [
		description ?? "",
		...fields.map((field) => field.value),
	]);
	return [content, ...inEmbeds];
}

function named({ row, message, quoted, command }: Draft, names: MessageNames): MessageItem {
	const person = (id: string): MessageAuthor =>
		names.users[id] ?? { id, name: id, avatar: null, isBot: row.isWebhook };
	return {
		...message,
		author: person(row.authorId),
		reply: row.replyId === null ? null : { id: row.replyId, ...quotation(quoted, names, person) },
		command: command ? { name: command.name, user: person(command.userId) } : null,
	};
}

function quotation(
	quoted: Quoted | undefined,
	names: MessageNames,
	person: (id: string) => MessageAuthor,
): Omit<NonNullable<MessageItem["reply"]>, "id"> {
	return quoted
		? { author: person(quoted.authorId), content: previewText(quoted.content, names) }
		: { author: null, content: null };
}
