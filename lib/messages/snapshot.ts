import { stickerFormatName } from "@/lib/discord/components";
import type { MessageAttachment, MessageEmbed, MessageSticker } from "./view-schema";

type Address = { url?: string; width?: number; height?: number };

/** A forwarded message as Discord's API writes it in `message_snapshots`; only what is shown is named. */
export type Snapshot = {
	content?: string;
	attachments?: {
		id: string;
		filename?: string;
		size?: number;
		url?: string;
		content_type?: string;
		width?: number;
		height?: number;
		description?: string;
	}[];
	embeds?: {
		title?: string;
		description?: string;
		url?: string;
		color?: number;
		timestamp?: string;
		author?: { name?: string; url?: string };
		footer?: { text?: string };
		provider?: { name?: string };
		image?: Address;
		thumbnail?: Address;
		video?: Address;
		fields?: { name?: string; value?: string; inline?: boolean }[];
	}[];
	sticker_items?: { id: string; name?: string; format_type?: string | number }[];
};

type Carried = { attachments: MessageAttachment[]; embeds: MessageEmbed[]; stickers: MessageSticker[] };

/** What a forwarded message carried, in the shapes of a message's own parts. */
export function carriedBy(snapshot: Snapshot): Carried {
	return {
		attachments: (snapshot.attachments ?? []).map(attachmentOf),
		embeds: (snapshot.embeds ?? []).map(embedOf),
		stickers: (snapshot.sticker_items ?? []).map(({ id, name, format_type }) => ({
			id,
			name: name ?? id,
			format: typeof format_type === "number" ? stickerFormatName(format_type) : (format_type ?? "unknown"),
		})),
	};
}

function attachmentOf(file: NonNullable<Snapshot["attachments"]>[number]): MessageAttachment {
	return {
		id: file.id,
		filename: file.filename ?? file.id,
		size: file.size ?? 0,
		url: file.url ?? "",
		contentType: file.content_type ?? null,
		width: file.width ?? null,
		height: file.height ?? null,
		description: file.description ?? null,
	};
}

function embedOf(embed: NonNullable<Snapshot["embeds"]>[number], index: number): MessageEmbed {
	const { author, image, thumbnail, video } = embed;
	return {
		key: `forwarded-${index}`,
		title: embed.title ?? null,
		description: embed.description ?? null,
		url: embed.url ?? null,
		colour: embed.color ?? null,
		timestamp: embed.timestamp ?? null,
		author: author?.name ? { name: author.name, url: author.url ?? null } : null,
		footer: embed.footer?.text ?? null,
		provider: embed.provider?.name ?? null,
		images: image?.url ? [{ url: image.url, width: image.width ?? null, height: image.height ?? null }] : [],
		thumbnail: thumbnail?.url ? { url: thumbnail.url } : null,
		video: video?.url ? { url: video.url } : null,
		fields: (embed.fields ?? []).map(({ name = "", value = "", inline = false }) => ({
			name,
			value,
			inline,
		})),
	};
}
