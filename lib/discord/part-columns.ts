/*
 * Columns of a message's parts with their Postgres types, as the worker and the import both write them; each adds what
 * only it knows.
 */

export const embedColumns = {
	position: "smallint",
	title: "text",
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
	author_name: "text",
	author_url: "text",
	author_icon_url: "text",
} as const;

export const fieldColumns = {
	embed_position: "smallint",
	position: "integer",
	name: "text",
	value: "text",
	inline: "boolean",
} as const;

export const mentionColumns = { mention_type: "text", target_id: "bigint" } as const;

export const stickerColumns = { sticker_id: "bigint", name: "text", format_type: "text" } as const;

/** An emoji that somebody reacted with: by its id, or the character itself. */
export const reactionEmojiColumns = {
	emoji_id: "bigint",
	emoji_name: "text",
	emoji_animated: "boolean",
} as const;

export const reactionCountColumns = {
	emoji_key: "text",
	...reactionEmojiColumns,
	count: "integer",
} as const;
