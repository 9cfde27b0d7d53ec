import type { ExportForward, ExportMessage, ExportReference } from "@/lib/import/export-format";
import { referenceType, stickerFormat } from "@/lib/import/kinds";
import { colorNumber } from "@/lib/import/people";

/** An exporter's "no id": empty, "0" or null. */
function id(value: string | null | undefined): string | null {
	return value && value !== "0" ? value : null;
}

/** `message_reference` as Discord's API writes it; a type that the exporter cannot number keeps its name. */
export function messageReference(reference: ExportReference): string {
	return JSON.stringify({
		type: referenceType(reference.type),
		message_id: id(reference.messageId) ?? undefined,
		channel_id: id(reference.channelId) ?? undefined,
		guild_id: id(reference.guildId) ?? undefined,
	});
}

/** The message that a reference points at, when there still was one. */
export function referencedMessage(reference: ExportReference | null | undefined): string | null {
	return id(reference?.messageId);
}

/** `message_snapshots` as Discord's API writes it: the forwarded message as it was. */
export function messageSnapshots(forward: ExportForward): string {
	const message = {
		content: forward.content ?? "",
		timestamp: forward.timestamp,
		edited_timestamp: forward.timestampEdited ?? null,
		attachments: (forward.attachments ?? []).map((attachment) => ({
			id: attachment.id,
			filename: attachment.fileName,
			size: attachment.fileSizeBytes,
			url: attachment.url,
		})),
		embeds: (forward.embeds ?? []).map(({ color, images, inlineEmojis: _, ...embed }: Embed) => ({
			...embed,
			color: colorNumber(color) ?? undefined,
			image: images?.[0] ?? embed.image ?? undefined,
		})),
		sticker_items: (forward.stickers ?? []).map((sticker) => ({
			id: sticker.id,
			name: sticker.name,
			format_type: stickerFormat(sticker.format),
		})),
	};
	return jsonText([{ message }]);
}

type Embed = NonNullable<ExportForward["embeds"]>[number] & { inlineEmojis?: unknown };

/** The command that a message answers, as in Discord's API. */
export function interaction(message: ExportMessage): string | null {
	if (!message.interaction) return null;
	const { id: interactionId, name, user } = message.interaction;
	return jsonText({ id: interactionId, name, user: { id: user.id, username: user.name } });
}

/** Custom emoji of the text, which the exporter writes as `:name:` there. */
export function inlineEmojis(message: ExportMessage): string | null {
	const custom = (message.inlineEmojis ?? []).filter((emoji) => id(emoji.id));
	if (custom.length === 0) return null;
	return jsonText(
		custom.map(({ id: emojiId, name, isAnimated }) => ({ id: emojiId, name, animated: isAnimated ?? false })),
	);
}

/** JSON that `jsonb` accepts: it has no NUL and no half of a surrogate pair. */
function jsonText(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === "string" ? part.replaceAll("\0", "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD") : part,
	);
}
