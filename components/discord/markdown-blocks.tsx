import type { ReactNode } from "react";
import type { Block, List } from "@/lib/markdown/tree";
import { MarkdownInline } from "./markdown-inline";
import type { Resolve } from "./types";

type MarkdownBlocksProps = { blocks: readonly Block[]; resolve: Resolve; isLarge?: boolean };

/** Blocks of a message below each other. */
export function MarkdownBlocks({ blocks, resolve, isLarge = false }: MarkdownBlocksProps): ReactNode {
	return blocks.map((block, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the message
		<MarkdownBlock key={index} block={block} resolve={resolve} isLarge={isLarge} />
	));
}

const headings = { 1: "text-xl", 2: "text-lg", 3: "text-base" };

type MarkdownBlockProps = { block: Block; resolve: Resolve; isLarge: boolean };

function MarkdownBlock({ block, resolve, isLarge }: MarkdownBlockProps) {
	switch (block.type) {
		case "paragraph":
			return (
				<div>
					<MarkdownInline nodes={block.children} resolve={resolve} isLarge={isLarge} />
				</div>
			);
		case "heading":
			// No h1 to h3: a message's headings are not the page's outline.
			return (
				<div className={`mt-2 font-semibold ${headings[block.level]}`}>
					<MarkdownInline nodes={block.children} resolve={resolve} />
				</div>
			);
		case "subtext":
			return (
				<div className="text-muted text-xs">
					<MarkdownInline nodes={block.children} resolve={resolve} />
				</div>
			);
		case "quote":
			return (
				<blockquote className="border-field border-l-4 pl-3">
					<MarkdownBlocks blocks={block.children} resolve={resolve} />
				</blockquote>
			);
		default:
			return <MarkdownList list={block} resolve={resolve} />;
	}
}

function MarkdownList({ list: { start, items }, resolve }: { list: List; resolve: Resolve }) {
	const content = items.map(({ children, lists }, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the list
		<li key={index}>
			<MarkdownInline nodes={children} resolve={resolve} />
			{lists.map((list, place) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a list is its place below the item
				<MarkdownList key={place} list={list} resolve={resolve} />
			))}
		</li>
	));
	return start === null ? (
		<ul className="list-disc whitespace-normal pl-5">{content}</ul>
	) : (
		<ol start={start} className="list-decimal whitespace-normal pl-7">
			{content}
		</ol>
	);
}
