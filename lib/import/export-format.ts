import { isSnowflake, isTimestamp } from "@/lib/import/scalars";
import { is, listOf, optional, record } from "@/lib/import/shape";

/**
 * A message of a DiscordChatExporter JSON file, as written by versions 2.17 (February 2020) to 2.46 (2026); what a
 * version did not write yet is optional. Source: JsonMessageWriter of that project and its history.
 */
export type ExportMessage = {
	id: string;
	/** A name, or the number as text for types that the exporter does not know. */
	type: string;
	timestamp: string;
	timestampEdited?: string | null;
	callEndedTimestamp?: string | null;
	isPinned?: boolean | null;
	content?: string | null;
	author: ExportUser;
	attachments?: ExportAttachment[] | null;
	embeds?: ExportEmbed[] | null;
	stickers?: ExportSticker[] | null;
	reactions?: ExportReaction[] | null;
	mentions?: ExportUser[] | null;
	reference?: ExportReference | null;
	forwardedMessage?: ExportForward | null;
	interaction?: { id: string; name: string; user: ExportUser } | null;
	inlineEmojis?: ExportEmoji[] | null;
};

export type ExportUser = {
	id: string;
	name: string;
	/** "0000" for names without one; a number in the mentions of files from before March 2021. */
	discriminator?: string | number | null;
	nickname?: string | null;
	color?: string | null;
	isBot?: boolean | null;
	roles?: ExportRole[] | null;
	/** A CDN address, or a path beside the file when the export was made with its media. */
	avatarUrl?: string | null;
};

export type ExportRole = { id: string; name: string; color?: string | null; position: number };

export type ExportAttachment = { id: string; url: string; fileName: string; fileSizeBytes: number };

export type ExportImage = {
	/** Discord's proxy since 2023, and the source in `canonicalUrl` since 2.47. */
	url?: string | null;
	canonicalUrl?: string | null;
	width?: number | null;
	height?: number | null;
};

export type ExportEmbed = {
	title?: string | null;
	url?: string | null;
	timestamp?: string | null;
	description?: string | null;
	color?: string | null;
	author?: {
		name?: string | null;
		url?: string | null;
		iconUrl?: string | null;
		iconCanonicalUrl?: string | null;
	} | null;
	thumbnail?: ExportImage | null;
	/** Until 2022; later files have `images`, and both between. */
	image?: ExportImage | null;
	images?: ExportImage[] | null;
	video?: ExportImage | null;
	footer?: { text?: string | null; iconUrl?: string | null; iconCanonicalUrl?: string | null } | null;
	fields?: { name?: string | null; value?: string | null; isInline?: boolean | null }[] | null;
};

export type ExportSticker = { id: string; name: string; format: string; sourceUrl?: string | null };

/** `id` is empty or null for Unicode emoji, whose `name` is the character itself. */
export type ExportEmoji = {
	id?: string | null;
	name: string;
	code?: string | null;
	isAnimated?: boolean | null;
};

export type ExportReaction = {
	emoji: ExportEmoji;
	count: number;
	/** Who reacted, since July 2023; empty when it was not asked for. */
	users?: ExportUser[] | null;
};

export type ExportReference = {
	type?: string | null;
	messageId?: string | null;
	channelId?: string | null;
	guildId?: string | null;
};

export type ExportForward = {
	timestamp: string;
	timestampEdited?: string | null;
	content?: string | null;
	attachments?: ExportAttachment[] | null;
	embeds?: ExportEmbed[] | null;
	stickers?: ExportSticker[] | null;
};

const snowflake = is("a Discord id", isSnowflake);
const instant = is("a time with its offset", isTimestamp);
const text = is("text", (value) => typeof value === "string");
const flag = is("true or false", (value) => typeof value === "boolean");
const size = is("a number", (value) => typeof value === "number");
const whole = is("a whole number", (value) => Number.isInteger(value));
const amount = is("a number of 0 or more", (value) => Number.isSafeInteger(value) && Number(value) >= 0);
const reactions = is(
	"a number of reactions",
	(value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31,
);
const absentId = is(
	"a Discord id or nothing",
	(value) => value === "" || value === "0" || isSnowflake(value),
);
const color = is(
	"a colour like #5865F2",
	(value) => typeof value === "string" && /^#[0-9a-fA-F]{6}$/.test(value),
);
const discriminator = is("a discriminator", (value) => /^\d{1,4}$/.test(String(value)));

const role = record({ id: snowflake, name: text, color: optional(color), position: whole });
const user = record({
	id: snowflake,
	name: text,
	discriminator: optional(discriminator),
	nickname: optional(text),
	color: optional(color),
	isBot: optional(flag),
	roles: optional(listOf(role)),
	avatarUrl: optional(text),
});
const attachment = record({ id: snowflake, url: text, fileName: text, fileSizeBytes: amount });
const image = record({
	url: optional(text),
	canonicalUrl: optional(text),
	width: optional(size),
	height: optional(size),
});
const embed = record({
	title: optional(text),
	url: optional(text),
	timestamp: optional(instant),
	description: optional(text),
	color: optional(color),
	author: optional(record({ name: optional(text), url: optional(text), iconUrl: optional(text) })),
	thumbnail: optional(image),
	image: optional(image),
	images: optional(listOf(image)),
	video: optional(image),
	footer: optional(record({ text: optional(text), iconUrl: optional(text) })),
	fields: optional(listOf(record({ name: optional(text), value: optional(text), isInline: optional(flag) }))),
});
const sticker = record({ id: snowflake, name: text, format: text, sourceUrl: optional(text) });
const emoji = record({
	id: optional(absentId),
	name: text,
	code: optional(text),
	isAnimated: optional(flag),
});
const forward = record({
	timestamp: instant,
	timestampEdited: optional(instant),
	content: optional(text),
	attachments: optional(listOf(attachment)),
	embeds: optional(listOf(embed)),
	stickers: optional(listOf(sticker)),
});

/** Checks one parsed message; what fits is an {@link ExportMessage}. */
export const checkMessage = record({
	id: snowflake,
	type: text,
	timestamp: instant,
	timestampEdited: optional(instant),
	callEndedTimestamp: optional(instant),
	isPinned: optional(flag),
	content: optional(text),
	author: user,
	attachments: optional(listOf(attachment)),
	embeds: optional(listOf(embed)),
	stickers: optional(listOf(sticker)),
	reactions: optional(listOf(record({ emoji, count: reactions, users: optional(listOf(user)) }))),
	mentions: optional(listOf(user)),
	reference: optional(
		record({
			type: optional(text),
			messageId: optional(absentId),
			channelId: optional(absentId),
			guildId: optional(absentId),
		}),
	),
	forwardedMessage: optional(forward),
	interaction: optional(record({ id: snowflake, name: text, user })),
	inlineEmojis: optional(listOf(emoji)),
});
