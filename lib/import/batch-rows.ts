import { isSnowflake } from "@/lib/discord/snowflake";
import { contentType } from "@/lib/import/content-type";
import type { CopyRows } from "@/lib/import/copy";
import {
	inlineEmojis,
	interaction,
	messageReference,
	messageSnapshots,
	referencedMessage,
} from "@/lib/import/discord-json";
import { embedCells } from "@/lib/import/embeds";
import type { ExportEmoji, ExportMessage } from "@/lib/import/export-format";
import { messageType, stickerFormat } from "@/lib/import/kinds";
import type { People } from "@/lib/import/people";
import { stagingRows } from "@/lib/import/staging";

const roleMention = /<@&(\d{7,19})>/g;
const channelMention = /<#(\d{7,19})>/g;

/** The rows of one batch: messages that are new or newer than what is stored, and all their parts. */
export class BatchRows {
	private readonly messages = stagingRows("import_messages");
	private readonly attachments = stagingRows("import_attachments");
	private readonly embeds = stagingRows("import_embeds");
	private readonly fields = stagingRows("import_fields");
	private readonly mentions = stagingRows("import_mentions");
	private readonly counts = stagingRows("import_reaction_counts");
	private readonly reactions = stagingRows("import_reactions");
	private readonly stickers = stagingRows("import_stickers");

	/** Everything to be sent to the staging tables. */
	all(): CopyRows[] {
		const { messages, attachments, embeds, fields, mentions, counts, reactions, stickers } = this;
		return [messages, attachments, embeds, fields, mentions, counts, reactions, stickers];
	}

	/** @param newer whether the message is stored already, as an older export told it */
	add(message: ExportMessage, newer: boolean): void {
		this.messages.add([
			message.id,
			newer,
			message.author.id,
			message.content ?? "",
			messageType(message.type),
			message.isPinned ?? false,
			message.interaction?.id ?? null,
			interaction(message),
			referencedMessage(message.reference),
			message.reference ? messageReference(message.reference) : null,
			message.forwardedMessage ? messageSnapshots(message.forwardedMessage) : null,
			inlineEmojis(message),
			message.timestamp,
			message.timestampEdited ?? null,
			message.callEndedTimestamp ?? null,
		]);
		this.addAttachments(message);
		this.addEmbeds(message);
		this.addMentions(message);
		this.addReactions(message);
		for (const sticker of message.stickers ?? []) {
			this.stickers.add([message.id, sticker.id, sticker.name, stickerFormat(sticker.format)]);
		}
	}

	private addAttachments({ id, attachments }: ExportMessage): void {
		for (const [position, attachment] of (attachments ?? []).entries()) {
			const { fileName } = attachment;
			const spoiler = fileName.startsWith("SPOILER_");
			this.attachments.add([
				attachment.id,
				id,
				position,
				fileName,
				attachment.fileSizeBytes,
				attachment.url,
				contentType(fileName),
				spoiler,
			]);
		}
	}

	private addEmbeds({ id, embeds }: ExportMessage): void {
		for (const [position, embed] of (embeds ?? []).entries()) {
			this.embeds.add(embedCells(id, position, embed));
			for (const [index, field] of (embed.fields ?? []).entries()) {
				this.fields.add([id, position, index, field.name ?? "", field.value ?? "", field.isInline ?? false]);
			}
		}
	}

	private addMentions({ id, mentions, content }: ExportMessage): void {
		for (const user of mentions ?? []) this.mentions.add([id, "user", user.id]);
		// Only an export without formatted Markdown keeps these; else names stand in the text.
		if (!content?.includes("<")) return;
		for (const [, role] of content.matchAll(roleMention)) this.addMention(id, "role", role);
		for (const [, target] of content.matchAll(channelMention)) this.addMention(id, "channel", target);
	}

	private addMention(id: string, type: string, target: string | undefined): void {
		if (isSnowflake(target)) this.mentions.add([id, type, target]);
	}

	private addReactions({ id, timestamp, reactions }: ExportMessage): void {
		for (const { emoji, count, users } of reactions ?? []) {
			const emojiId = customId(emoji);
			const animated = emoji.isAnimated ?? false;
			const listed = (users?.length ?? 0) > 0;
			this.counts.add([id, emojiId ?? emoji.name, emojiId, emoji.name, animated, count, listed]);
			for (const user of users ?? [])
				this.reactions.add([id, user.id, emojiId, emoji.name, animated, timestamp]);
		}
	}
}

function customId({ id }: ExportEmoji): string | null {
	return id && id !== "0" ? id : null;
}

/** Notes everybody whom the message shows: they need a name, also when the message itself is stored already. */
export function seeEverybody(people: People, message: ExportMessage): void {
	const { timestamp } = message;
	const time = Date.parse(timestamp);
	people.see(message.author, timestamp, time);
	for (const user of message.mentions ?? []) people.see(user, timestamp, time);
	for (const { users } of message.reactions ?? []) {
		for (const user of users ?? []) people.see(user, timestamp, time);
	}
	if (message.interaction) people.see(message.interaction.user, timestamp, time);
}
