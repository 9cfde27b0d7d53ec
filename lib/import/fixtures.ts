import type { ExportMessage, ExportUser } from "@/lib/import/export-format";

/** Made-up export files for tests, in the exporter's current form unless told otherwise. */
export function exportFile(messages: unknown[], changes: Record<string, unknown> = {}): string {
	return JSON.stringify({
		guild: {
			id: "972017612454232100",
			name: "Harbour",
			iconUrl:
				"https://cdn.discordapp.com/icons/972017612454232100/0123456789abcdef0123456789abcdef.png?size=512",
		},
		channel: channel(),
		dateRange: { after: null, before: null },
		exportedAt: "2023-11-17T12:05:37+00:00",
		messages,
		messageCount: messages.length,
		...changes,
	});
}

/** The channel of {@link exportFile}, changed. */
export function channel(changes: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		id: "1017966828372373500",
		type: "GuildTextChat",
		categoryId: "972017612460835600",
		category: "Quay",
		name: "moorings",
		topic: null,
		...changes,
	};
}

export function author(changes: Partial<ExportUser> = {}): ExportUser {
	return {
		id: "688046964549353491",
		name: "ada",
		discriminator: "0000",
		nickname: "Ada",
		color: "#1AC2B5",
		isBot: false,
		roles: [],
		avatarUrl:
			"https://cdn.discordapp.com/avatars/688046964549353491/fedcba9876543210fedcba9876543210.png?size=512",
		...changes,
	};
}

export function message(changes: Partial<ExportMessage> = {}): ExportMessage {
	return {
		id: "1027332184274645083",
		type: "Default",
		timestamp: "2022-10-05T21:31:19.64+00:00",
		timestampEdited: null,
		callEndedTimestamp: null,
		isPinned: false,
		content: "hello",
		author: author(),
		attachments: [],
		embeds: [],
		stickers: [],
		reactions: [],
		mentions: [],
		inlineEmojis: [],
		...changes,
	};
}
