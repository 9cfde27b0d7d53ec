import type { Columns } from "@/bot/rows/bulk";

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
	position: "smallint",
	title: "text",
	embed_type: "text",
	description: "text",
	url: "text",
	timestamp: "timestamptz",
	color: "integer",
	footer_text: "text",
	footer_icon_url: "text",
	image_url: "text",
	image_proxy_url: "text",
	image_height: "integer",
	image_width: "integer",
	thumbnail_url: "text",
	thumbnail_proxy_url: "text",
	thumbnail_height: "integer",
	thumbnail_width: "integer",
	video_url: "text",
	video_proxy_url: "text",
	video_height: "integer",
	video_width: "integer",
	provider_name: "text",
	provider_url: "text",
	author_name: "text",
	author_url: "text",
	author_icon_url: "text",
} as const;

export const field = {
	embed_position: "smallint",
	position: "integer",
	name: "text",
	value: "text",
	inline: "boolean",
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

export const sticker = { sticker_id: "bigint", name: "text", format_type: "text" } as const;
export const mention = { mention_type: "text", target_id: "bigint" } as const;
export const reactionCount = {
	emoji_key: "text",
	emoji_id: "bigint",
	emoji_name: "text",
	emoji_animated: "boolean",
	count: "integer",
} as const;

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
