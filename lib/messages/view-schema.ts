import { z } from "zod";
import { person } from "@/lib/guilds/schema";

const id = z.string();
const text = z.string().nullable();
const pixels = z.number().nullable();

const emoji = z.object({ id: text, name: z.string(), animated: z.boolean() });

const attachment = z.object({
	id,
	filename: z.string(),
	/** Bytes. */
	size: z.number(),
	url: z.string(),
	contentType: text,
	width: pixels,
	height: pixels,
	description: text,
});

const picture = z.object({ url: z.string(), width: pixels, height: pixels });

const embed = z.object({
	key: z.string(),
	title: text,
	description: text,
	url: text,
	colour: z.number().nullable(),
	timestamp: text,
	author: z.object({ name: z.string(), url: text }).nullable(),
	footer: text,
	provider: text,
	/** An export may have several pictures of one embed; Discord itself has one. */
	images: z.array(picture),
	thumbnail: z.object({ url: z.string() }).nullable(),
	video: z.object({ url: z.string() }).nullable(),
	fields: z.array(z.object({ name: z.string(), value: z.string(), inline: z.boolean() })),
});

const component = z.object({
	key: z.string(),
	type: z.string(),
	style: text,
	label: text,
	emoji: emoji.nullable(),
	url: text,
	placeholder: text,
	isDisabled: z.boolean(),
	row: z.number(),
});

/** A message ready to be drawn; `resolve` says what the ids in its text refer to. */
export const messageView = z.object({
	id,
	channelId: id,
	type: z.string(),
	author: person,
	isWebhook: z.boolean(),
	content: z.string(),
	sentAt: z.string(),
	editedAt: text,
	deletedAt: text,
	isPinned: z.boolean(),
	reply: z.object({ id, author: person.nullable(), content: text }).nullable(),
	command: z.object({ name: z.string(), user: person.nullable() }).nullable(),
	isForwarded: z.boolean(),
	attachments: z.array(attachment),
	embeds: z.array(embed),
	reactions: z.array(emoji.extend({ count: z.number() })),
	stickers: z.array(z.object({ id, name: z.string(), format: z.string() })),
	components: z.array(component),
});
export type MessageItem = z.infer<typeof messageView>;
export type MessageAuthor = z.infer<typeof person>;
export type MessageAttachment = z.infer<typeof attachment>;
export type MessageEmbed = z.infer<typeof embed>;
export type MessageComponent = z.infer<typeof component>;
export type MessageReaction = MessageItem["reactions"][number];
export type MessageSticker = MessageItem["stickers"][number];

/** What the ids in some messages refer to; unknown ids are missing. */
export const messageNames = z.object({
	users: z.record(z.string(), person),
	roles: z.record(z.string(), z.object({ id, name: z.string(), colour: z.number() })),
	channels: z.record(z.string(), z.object({ id, name: z.string(), type: z.string() })),
	emojis: z.record(z.string(), emoji),
});
export type MessageNames = z.infer<typeof messageNames>;

/** Newest first. */
export const messageList = z.object({
	items: z.array(messageView),
	names: messageNames,
	nextCursor: z.string().nullable(),
});
export type MessageList = z.infer<typeof messageList>;

/** Oldest first. A cursor is null where that end of the channel is reached, or was not asked for. */
export const messageContext = z.object({
	items: z.array(messageView),
	names: messageNames,
	channelId: id,
	olderCursor: z.string().nullable(),
	newerCursor: z.string().nullable(),
});
export type MessageContext = z.infer<typeof messageContext>;
