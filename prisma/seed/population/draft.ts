import type { WorldUser } from "../world/types";

export type MentionDraft = { kind: "user" | "role" | "channel"; id: string };

export type AttachmentDraft = {
	id: string;
	filename: string;
	description: string | null;
	contentType: string;
	size: number;
	width: number | null;
	height: number | null;
	seconds: number | null;
};

export type EmbedDraft = {
	type: "rich" | "link";
	title: string;
	description: string | null;
	url: string | null;
	color: number | null;
	footer: string | null;
	provider: string | null;
	author: string | null;
	fields: readonly { name: string; value: string; inline: boolean }[];
};

export type EmojiDraft = { id: string | null; name: string; animated: boolean };

/** Who reacted; `unknown` counts people whose names nobody recorded, as exports do. */
export type ReactionDraft = { emoji: EmojiDraft; userIds: readonly string[]; unknown: number };

export type ButtonDraft = {
	style: "primary" | "secondary" | "success" | "danger" | "link";
	label: string;
	customId: string | null;
	url: string | null;
	disabled: boolean;
};

/** One message before it becomes rows. Times in Unix milliseconds. */
export type MessageDraft = {
	id: string;
	channelId: string;
	author: WorldUser;
	at: number;
	type: string;
	content: string;
	replyTo: string | null;
	editedAt: number | null;
	deletedAt: number | null;
	pinned: boolean;
	mentionsEveryone: boolean;
	webhookId: string | null;
	applicationId: string | null;
	interactionId: string | null;
	mentions: MentionDraft[];
	attachments: AttachmentDraft[];
	embeds: EmbedDraft[];
	reactions: ReactionDraft[];
	stickerIds: string[];
	buttons: ButtonDraft[];
};

/** A message that something else in the world causes at a known moment: a join, a command's answer, a log entry. */
export type ScheduledMessage = Pick<MessageDraft, "channelId" | "author" | "at"> &
	Partial<Omit<MessageDraft, "id" | "channelId" | "author" | "at">>;

/** Fills what a message usually is: plain, unedited, without children. */
export function draft(id: string, message: ScheduledMessage): MessageDraft {
	return {
		id,
		type: "regular",
		content: "",
		replyTo: null,
		editedAt: null,
		deletedAt: null,
		pinned: false,
		mentionsEveryone: false,
		webhookId: null,
		applicationId: null,
		interactionId: null,
		mentions: [],
		attachments: [],
		embeds: [],
		reactions: [],
		stickerIds: [],
		buttons: [],
		...message,
	};
}
