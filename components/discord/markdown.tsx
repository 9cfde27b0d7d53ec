import { cn } from "@/lib/cn";
import { isOnlyEmoji } from "@/lib/markdown/only-emoji";
import { parseMarkdown } from "@/lib/markdown/parse";
import { MarkdownBlocks } from "./markdown-blocks";
import type { Resolve } from "./types";

type MarkdownProps = {
	/** Hostile text: it becomes React nodes and never HTML. */
	text: string;
	resolve: Resolve;
	className?: string;
};

/** Text in Discord's Markdown, as Discord shows it. */
export function Markdown({ text, resolve, className }: MarkdownProps) {
	const blocks = parseMarkdown(text);
	return (
		<div className={cn("min-w-0 whitespace-pre-wrap break-words", className)}>
			<MarkdownBlocks blocks={blocks} resolve={resolve} isLarge={isOnlyEmoji(blocks)} />
		</div>
	);
}
