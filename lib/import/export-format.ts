import { z } from "zod";
import { snowflake as id } from "@/lib/discord/snowflake-schema";
import { isTimestamp } from "@/lib/import/scalars";

/** Empty, null or "0" where there is none. */
const maybeId = z.union([z.literal(["", "0"]), id]).nullish();
const time = z.string().refine(isTimestamp, "expected a time with its offset");
const text = z.string().nullish();
const flag = z.boolean().nullish();
const color = z
	.string()
	.regex(/^#[0-9a-fA-F]{6}$/, "expected a colour like #5865F2")
	.nullish();

const user = z.object({
	id,
	name: z.string(),
	/** "0000" for names without one; a number in the mentions of files from before March 2021. */
	discriminator: z.union([z.string().regex(/^\d{1,4}$/), z.number().int().min(0).max(9999)]).nullish(),
	nickname: text,
	color,
	isBot: flag,
	/** Left out among those who reacted. */
	roles: z.array(z.object({ id, name: z.string(), color, position: z.int32() })).nullish(),
	/** A CDN address, or a path beside the file when the export was made with its media. */
	avatarUrl: text,
});

const attachment = z.object({
	id,
	url: z.string(),
	fileName: z.string(),
	fileSizeBytes: z.number().int().min(0),
});

const image = z.object({
	/** Discord's proxy since 2023, with the source in `canonicalUrl` since 2026. */
	url: text,
	canonicalUrl: text,
	width: z.number().nullish(),
	height: z.number().nullish(),
});

const embed = z.object({
	title: text,
	url: text,
	timestamp: time.nullish(),
	description: text,
	color,
	author: z.object({ name: text, url: text, iconUrl: text, iconCanonicalUrl: text }).nullish(),
	thumbnail: image.nullish(),
	/** Until 2022; later files have `images`, and those between have both. */
	image: image.nullish(),
	images: z.array(image).nullish(),
	video: image.nullish(),
	footer: z.object({ text, iconUrl: text, iconCanonicalUrl: text }).nullish(),
	fields: z.array(z.object({ name: text, value: text, isInline: flag })).nullish(),
});

const sticker = z.object({ id, name: z.string(), format: z.string(), sourceUrl: text });

/** `id` is empty or null for Unicode emoji, whose `name` is the character itself. */
const emoji = z.object({ id: maybeId, name: z.string(), code: text, isAnimated: flag });

/** `users`, who reacted, since July 2023; empty when it was not asked for. */
const reaction = z.object({ emoji, count: z.int32().min(0), users: z.array(user).nullish() });

const reference = z.object({ type: text, messageId: maybeId, channelId: maybeId, guildId: maybeId });

const body = z.object({
	timestamp: time,
	timestampEdited: time.nullish(),
	content: text,
	attachments: z.array(attachment).nullish(),
	embeds: z.array(embed).nullish(),
	stickers: z.array(sticker).nullish(),
});

/**
 * A message of a DiscordChatExporter JSON file, as written from its first JSON in February 2020 to 2026; what a version
 * did not write yet is optional, and members that are not named here are allowed, since exporters grow new ones.
 * Source: JsonMessageWriter of that project and its history.
 */
export const exportMessage = body.extend({
	id,
	/** A name, or the number as text for types that the exporter does not know. */
	type: z.string(),
	callEndedTimestamp: time.nullish(),
	isPinned: flag,
	author: user,
	reactions: z.array(reaction).nullish(),
	mentions: z.array(user).nullish(),
	reference: reference.nullish(),
	forwardedMessage: body.nullish(),
	interaction: z.object({ id, name: z.string(), user }).nullish(),
	inlineEmojis: z.array(emoji).nullish(),
});

export type ExportMessage = z.infer<typeof exportMessage>;
export type ExportUser = z.infer<typeof user>;
export type ExportRole = NonNullable<ExportUser["roles"]>[number];
export type ExportImage = z.infer<typeof image>;
export type ExportEmbed = z.infer<typeof embed>;
export type ExportEmoji = z.infer<typeof emoji>;
export type ExportReference = z.infer<typeof reference>;
export type ExportForward = z.infer<typeof body>;
