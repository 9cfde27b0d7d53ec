import { snowflakeTime } from "../snowflake";
import type { ButtonDraft, EmbedDraft, MessageDraft, ReactionDraft } from "./draft";
import { at, json, type Row, type TableRows } from "./rows";

const CDN = "https://cdn.discordapp.com/attachments";
const PROXY = "https://media.discordapp.net/attachments";

function messageRow(guildId: string, message: MessageDraft): Row {
	const reference = message.replyTo && {
		type: 0,
		guild_id: guildId,
		channel_id: message.channelId,
		message_id: message.replyTo,
	};
	return {
		id: message.id,
		guild_id: guildId,
		channel_id: message.channelId,
		author_id: message.author.id,
		content: message.content,
		message_type: message.type,
		mention_everyone: message.mentionsEveryone,
		pinned: message.pinned,
		processed: true,
		webhook_id: message.webhookId,
		application_id: message.applicationId,
		interaction_id: message.interactionId,
		interaction_type: message.interactionId === null ? null : 2,
		referenced_message_id: message.replyTo,
		message_reference: json(reference),
		timestamp: at(message.at),
		edited_timestamp: message.editedAt === null ? null : at(message.editedAt),
		created_at: at(message.at),
		processed_at: at(message.at + 40),
		deleted_at: message.deletedAt === null ? null : at(message.deletedAt),
	};
}

function embedRow(key: Row, id: number, position: number, embed: EmbedDraft): Row {
	return {
		...key,
		id,
		position,
		title: embed.title,
		embed_type: embed.type,
		description: embed.description,
		url: embed.url,
		color: embed.color,
		footer_text: embed.footer,
		provider_name: embed.provider,
		author_name: embed.author,
	};
}

function reactionRows(key: Row, message: MessageDraft, { emoji, userIds }: ReactionDraft): Row[] {
	return userIds.map((userId, index) => ({
		...key,
		user_id: userId,
		emoji_id: emoji.id,
		emoji_name: emoji.name,
		emoji_animated: emoji.animated,
		reacted_at: at(message.at + (index + 1) * 47_000),
	}));
}

function countRow(key: Row, { emoji, userIds, unknown }: ReactionDraft): Row {
	return {
		...key,
		emoji_key: emoji.id ?? emoji.name,
		emoji_id: emoji.id,
		emoji_name: emoji.name,
		emoji_animated: emoji.animated,
		count: userIds.length + unknown,
	};
}

function componentRows(key: Row, buttons: readonly ButtonDraft[]): Row[] {
	const empty = { custom_id: null, button_style: null, label: null, url: null, disabled: false };
	const row = { ...key, component_type: "action_row", ...empty, row_position: 0, component_position: null };
	const cells = buttons.map(({ style, label, customId, url, disabled }, index) => ({
		...key,
		component_type: "button",
		custom_id: customId,
		button_style: style,
		label,
		url,
		disabled,
		row_position: 0,
		component_position: index,
	}));
	return buttons.length > 0 ? [row, ...cells] : [];
}

/** Turns batches of messages into rows; ids of embeds count up across batches. */
export class MessageTables {
	#embedId = 0;
	readonly #guildId: string;

	/** `embedId` is the last id given so far, by the servers before this one. */
	constructor(guildId: string, embedId: number) {
		this.#guildId = guildId;
		this.#embedId = embedId;
	}

	/** The last embed id given. */
	get embedId(): number {
		return this.#embedId;
	}

	/** The tables of one batch, messages first. */
	tables(messages: readonly MessageDraft[]): TableRows[] {
		const guild_id = this.#guildId;
		const each = (rows: (key: { guild_id: string; message_id: string }, message: MessageDraft) => Row[]) =>
			messages.flatMap((message) => rows({ guild_id, message_id: message.id }, message));
		const { embeds, fields } = this.#embeds(messages);
		return [
			{ table: "discord_messages", rows: messages.map((message) => messageRow(guild_id, message)) },
			{
				table: "discord_message_mentions",
				rows: each((key, { mentions }) =>
					mentions.map(({ kind, id }) => ({ ...key, mention_type: kind, target_id: id })),
				),
			},
			{ table: "discord_message_attachments", rows: each(attachmentRows) },
			{ table: "discord_message_embeds", rows: embeds },
			{ table: "discord_embed_fields", rows: fields },
			{
				table: "discord_message_reactions",
				rows: each((key, message) =>
					message.reactions.flatMap((reaction) => reactionRows(key, message, reaction)),
				),
			},
			{
				table: "discord_message_reaction_counts",
				rows: each((key, { reactions }) => reactions.map((reaction) => countRow(key, reaction))),
			},
			{ table: "discord_message_components", rows: each((key, { buttons }) => componentRows(key, buttons)) },
			{
				table: "discord_message_stickers",
				rows: each((key, { stickerIds }) => stickerIds.map((id) => ({ ...key, sticker_id: id }))),
			},
		];
	}

	#embeds(messages: readonly MessageDraft[]): { embeds: Row[]; fields: Row[] } {
		const embeds: Row[] = [];
		const fields: Row[] = [];
		for (const message of messages) {
			for (const [position, embed] of message.embeds.entries()) {
				const key = { guild_id: this.#guildId, message_id: message.id };
				embeds.push(embedRow(key, ++this.#embedId, position, embed));
				for (const [order, field] of embed.fields.entries()) {
					fields.push({ guild_id: this.#guildId, embed_id: this.#embedId, ...field, position: order });
				}
			}
		}
		return { embeds, fields };
	}
}

function attachmentRows(key: Row, message: MessageDraft): Row[] {
	return message.attachments.map((file) => ({
		...key,
		id: file.id,
		filename: file.filename,
		description: file.description,
		content_type: file.contentType,
		size: file.size,
		url: `${CDN}/${message.channelId}/${file.id}/${file.filename}`,
		proxy_url: `${PROXY}/${message.channelId}/${file.id}/${file.filename}`,
		height: file.height,
		width: file.width,
		duration_secs: file.seconds,
		created_at: at(snowflakeTime(file.id)),
	}));
}
