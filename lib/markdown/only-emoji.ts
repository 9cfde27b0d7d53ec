import type { Block } from "./tree";

const emojiText =
	/^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|\s)+$/u;

/** Whether a message is nothing but up to 30 emoji, which Discord shows large. */
export function isOnlyEmoji(blocks: readonly Block[]): boolean {
	const [block, ...others] = blocks;
	if (block?.type !== "paragraph" || others.length > 0 || block.children.length > 60) {
		return false;
	}
	return block.children.every(
		(node) =>
			node.type === "emoji" ||
			node.type === "break" ||
			(node.type === "text" &&
				node.text.length <= 200 &&
				(emojiText.test(node.text) || node.text.trim() === "")),
	);
}
