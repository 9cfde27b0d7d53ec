import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/layout/time";
import type {
	CodeBlock as CodeBlockNode,
	Inline,
	NavigationTarget,
	TimestampStyle,
} from "@/lib/markdown/tree";
import { CodeBlock } from "./code-block";
import { CustomEmoji } from "./custom-emoji";
import { Marked } from "./marked";
import { Mention, mentionStyle } from "./mention";
import { OutsideLink } from "./outside-link";
import { Spoiler } from "./spoiler";
import type { Resolve } from "./types";

type MarkdownInlineProps = { nodes: readonly Inline[]; resolve: Resolve; isLarge?: boolean };

/** Running text of a message. */
export function MarkdownInline({ nodes, resolve, isLarge = false }: MarkdownInlineProps): ReactNode {
	return nodes.map((node, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: a node is its place in the text
		<Node key={index} node={node} resolve={resolve} isLarge={isLarge} />
	));
}

type NodeProps = { node: Inline; resolve: Resolve; isLarge: boolean };

function Node({ node, resolve, isLarge }: NodeProps): ReactNode {
	switch (node.type) {
		case "text":
			return isLarge ? (
				<span className="text-3xl leading-tight">{node.text}</span>
			) : (
				<Marked text={node.text} words={resolve.marks} />
			);
		case "break":
			return "\n";
		case "code":
			return (
				<code className="rounded bg-hover px-1 font-mono text-xs">
					<Marked text={node.text} words={resolve.marks} />
				</code>
			);
		case "codeBlock":
			return <Code block={node} />;
		case "link":
			return (
				<OutsideLink href={node.url} className="underline underline-offset-2">
					<MarkdownInline nodes={node.children} resolve={resolve} />
				</OutsideLink>
			);
		case "mention":
			return <Mention kind={node.kind} id={node.id} resolve={resolve} />;
		case "everyone":
			return <span className={mentionStyle}>{node.text}</span>;
		case "command":
			return <span className={mentionStyle}>/{node.name}</span>;
		case "navigation":
			return <Navigation target={node.target} />;
		case "emoji":
			return (
				<CustomEmoji emoji={resolve.emojis[node.id] ?? node} cdn={resolve.cdn} size={isLarge ? 48 : 22} />
			);
		case "timestamp":
			return (
				<Time value={node.seconds * 1000} show={shown(node.style)} className="rounded bg-hover px-0.5" />
			);
		default:
			return <Styled node={node} resolve={resolve} />;
	}
}

type StyledNode = Extract<Inline, { type: "strong" | "emphasis" | "underline" | "strike" | "spoiler" }>;

function Styled({ node, resolve }: { node: StyledNode; resolve: Resolve }) {
	const t = useTranslations("discord");
	const content = <MarkdownInline nodes={node.children} resolve={resolve} />;
	switch (node.type) {
		case "strong":
			return <strong className="font-semibold">{content}</strong>;
		case "emphasis":
			return <em>{content}</em>;
		case "underline":
			return <u>{content}</u>;
		case "strike":
			return <s>{content}</s>;
		default:
			return <Spoiler label={t("markdown.spoiler")}>{content}</Spoiler>;
	}
}

function Code({ block }: { block: CodeBlockNode }) {
	const t = useTranslations("discord");
	const labels = { code: t("markdown.code"), copy: t("markdown.copy"), copied: t("markdown.copied") };
	return <CodeBlock text={block.text} language={block.language} labels={labels} />;
}

const navigationNames = {
	customize: "names.customize",
	browse: "names.browse",
	guide: "names.guide",
	"linked-roles": "names.linkedRoles",
} as const satisfies Record<NavigationTarget, string>;

function Navigation({ target }: { target: NavigationTarget }) {
	const t = useTranslations("discord");
	return <span className={mentionStyle}>{t(navigationNames[target])}</span>;
}

/** Discord's nine styles on the three this product has; the full time is on hover. */
function shown(style: TimestampStyle): "when" | "date" | "full" {
	return style === "R" ? "when" : style === "d" || style === "D" ? "date" : "full";
}
