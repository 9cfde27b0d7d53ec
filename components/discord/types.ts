/** Shapes that the Discord-looking components draw. Ids are snowflakes as text, times ISO text. */

export type Person = {
	id: string;
	/** Their name here: the nickname, display name or username, in that order. */
	name: string;
	avatar: string | null;
	isBot?: boolean;
};

export type RoleRef = {
	id: string;
	name: string;
	/** RGB as Discord stores it; 0 is none. */
	colour: number;
};

export type ChannelRef = {
	id: string;
	name: string;
	/** The stored text name: `guild_text`. */
	type: string;
};

export type EmojiRef = { id: string | null; name: string; animated?: boolean };

/** Everything that ids in a message may refer to. What is missing is shown as unknown, never guessed. */
export type Resolve = {
	guildId: string;
	/** Base address of Discord's CDN, the only place pictures are fetched from; null: no pictures. */
	cdn: string | null;
	users: Readonly<Record<string, Person>>;
	roles: Readonly<Record<string, RoleRef>>;
	channels: Readonly<Record<string, ChannelRef>>;
	/** The server's own, under their present names. */
	emojis: Readonly<Record<string, EmojiRef>>;
	/** Words, in lower case, that a search was for: they are marked. */
	marks?: readonly string[];
};

export type AttachmentView = {
	id: string;
	filename: string;
	/** Bytes. */
	size: number;
	url: string;
	contentType: string | null;
	width: number | null;
	height: number | null;
	description?: string | null;
};

export type EmbedField = { name: string; value: string; inline: boolean };

export type EmbedView = {
	key: string;
	title: string | null;
	description: string | null;
	url: string | null;
	colour: number | null;
	timestamp: string | null;
	author: { name: string; url: string | null } | null;
	footer: string | null;
	provider: string | null;
	/** Addresses are shown as links: pictures of other hosts are never fetched. */
	images: readonly { url: string; width: number | null; height: number | null }[];
	thumbnail: { url: string } | null;
	video: { url: string } | null;
	fields: readonly EmbedField[];
};

export type ReactionView = EmojiRef & { count: number };

export type StickerView = { id: string; name: string; format: string };

export type ComponentView = {
	key: string;
	/** The stored text name: `button`, `select_menu`, `user_select` … */
	type: string;
	style: string | null;
	label: string | null;
	emoji: EmojiRef | null;
	url: string | null;
	placeholder: string | null;
	isDisabled: boolean;
	row: number;
};

export type ReplyView = {
	id: string;
	/** Null when the message is not here. */
	author: Person | null;
	content: string | null;
};

export type MessageView = {
	id: string;
	/** The stored text name: `regular`, `reply`, `guild_member_join` … */
	type: string;
	author: Person;
	isWebhook?: boolean;
	content: string;
	sentAt: string;
	editedAt: string | null;
	deletedAt: string | null;
	isPinned?: boolean;
	reply: ReplyView | null;
	/** Who used which command, for answers to commands. */
	command?: { name: string; user: Person | null } | null;
	/** The message was forwarded from elsewhere; its content is that message's. */
	isForwarded?: boolean;
	attachments: readonly AttachmentView[];
	embeds: readonly EmbedView[];
	reactions: readonly ReactionView[];
	stickers: readonly StickerView[];
	components: readonly ComponentView[];
};
