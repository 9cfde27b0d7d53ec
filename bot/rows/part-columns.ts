import type { Columns } from "@/bot/rows/bulk";
import {
	embedColumns,
	fieldColumns,
	mentionColumns,
	reactionCountColumns,
	stickerColumns,
} from "@/lib/discord/part-columns";

/*
 * The columns of a message's parts, without the key of the message.
 */

export const attachment = {
	id: "bigint",
	position: "smallint",
	filename: "text",
	description: "text",
	content_type: "text",
	size: "bigint",
	url: "text",
	proxy_url: "text",
	height: "integer",
	width: "integer",
	duration_secs: "numeric",
	ephemeral: "boolean",
	spoiler: "boolean",
} as const;

export const embed = {
	...embedColumns,
	embed_type: "text",
	provider_name: "text",
	provider_url: "text",
} as const;

export const component = {
	component_type: "text",
	custom_id: "text",
	button_style: "text",
	label: "text",
	emoji_id: "bigint",
	emoji_name: "text",
	url: "text",
	disabled: "boolean",
	placeholder: "text",
	min_values: "integer",
	max_values: "integer",
	options: "jsonb",
	row_position: "integer",
	component_position: "integer",
} as const;

export const field = fieldColumns;
export const sticker = stickerColumns;
export const mention = mentionColumns;
export const reactionCount = reactionCountColumns;

type Cells<C extends Columns> = { [K in keyof C]: unknown };

/** What a message carries, without the message's own key; each list is complete. */
export type Parts = {
	attachments: Cells<typeof attachment>[];
	embeds: Cells<typeof embed>[];
	fields: Cells<typeof field>[];
	components: Cells<typeof component>[];
	stickers: Cells<typeof sticker>[];
	userMentions: Cells<typeof mention>[];
	roleMentions: Cells<typeof mention>[];
	channelMentions: Cells<typeof mention>[];
	/** Only of use when the message is stored for the first time: afterwards reactions are counted as they come. */
	reactionCounts: Cells<typeof reactionCount>[];
};
export type PartName = keyof Parts;
