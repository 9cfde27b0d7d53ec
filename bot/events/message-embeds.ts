import type { MessagePayload } from "@/bot/events/message-schema";
import type { Parts } from "@/bot/rows/part-columns";

type Embed = NonNullable<MessagePayload["embeds"]>[number];

/** Embeds with their fields; without their texts only how many there are and of what kind. */
export function embedParts(embeds: readonly Embed[], keepsText: boolean): Pick<Parts, "embeds" | "fields"> {
	return {
		embeds: embeds.map((embed, position) => ({
			...blank,
			position,
			embed_type: embed.type,
			...(keepsText ? textsOf(embed) : {}),
		})),
		fields: keepsText ? embeds.flatMap(fieldsOf) : [],
	};
}

const blank = {
	...{ title: null, description: null, url: null, timestamp: null, color: null },
	...{ footer_text: null, footer_icon_url: null },
	...{ image_url: null, image_proxy_url: null, image_height: null, image_width: null },
	...{ thumbnail_url: null, thumbnail_proxy_url: null, thumbnail_height: null, thumbnail_width: null },
	...{ video_url: null, video_proxy_url: null, video_height: null, video_width: null },
	...{ provider_name: null, provider_url: null, author_name: null, author_url: null, author_icon_url: null },
};

function textsOf({ title, description, url, timestamp, color, ...embed }: Embed) {
	const { footer, image, thumbnail, video, provider, author } = embed;
	return {
		...{ title, description, url, timestamp, color },
		...{ footer_text: footer?.text, footer_icon_url: footer?.icon_url },
		image_url: image?.url,
		image_proxy_url: image?.proxy_url,
		image_height: image?.height,
		image_width: image?.width,
		thumbnail_url: thumbnail?.url,
		thumbnail_proxy_url: thumbnail?.proxy_url,
		thumbnail_height: thumbnail?.height,
		thumbnail_width: thumbnail?.width,
		video_url: video?.url,
		video_proxy_url: video?.proxy_url,
		video_height: video?.height,
		video_width: video?.width,
		provider_name: provider?.name,
		provider_url: provider?.url,
		author_name: author?.name,
		author_url: author?.url,
		author_icon_url: author?.icon_url,
	};
}

function fieldsOf({ fields }: Embed, embedPosition: number): Parts["fields"] {
	return (fields ?? []).map(({ name, value, inline }, position) => ({
		embed_position: embedPosition,
		position,
		name: name ?? "",
		value: value ?? "",
		inline: inline ?? false,
	}));
}
