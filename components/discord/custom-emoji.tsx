import { emojiUrl } from "@/lib/discord/cdn";
import { Picture } from "./picture";
import type { EmojiRef } from "./types";

type CustomEmojiProps = {
	emoji: EmojiRef;
	cdn: string | null;
	/** CSS pixels: 22 in text, 48 alone in a message. */
	size?: 16 | 22 | 48;
};

const sizes = { 16: "size-4", 22: "size-[1.375rem]", 48: "size-12" };

/** An emoji: Unicode as text, a custom one as its picture, or `:name:` where there is none. */
export function CustomEmoji({ emoji, cdn, size = 22 }: CustomEmojiProps) {
	if (emoji.id === null) {
		return <span className={size === 48 ? "text-3xl leading-tight" : ""}>{emoji.name}</span>;
	}
	const src = cdn === null ? null : emojiUrl(cdn, { id: emoji.id }, { size });
	const name = `:${emoji.name}:`;
	return src ? (
		<span title={name} className="inline-block align-text-bottom">
			<Picture
				src={src}
				alt={name}
				width={size}
				height={size}
				className={`${sizes[size]} object-contain text-xs`}
			/>
		</span>
	) : (
		<span className="text-muted">{name}</span>
	);
}
