import { findFences } from "./fences";
import { parseInline } from "./inline";
import { isListLine, parseList, startsOtherList } from "./lists";
import type { Block } from "./tree";

/**
 * A message in Discord's dialect of Markdown as a tree, in time linear in its length. Nothing is refused: what
 * is not markup is text.
 *
 * The dialect is no CommonMark (line breaks count, `__` underlines, a fence opens anywhere, and there are no
 * entities, HTML, tables or reference links), so a CommonMark parser would run with nearly every construct
 * replaced; and its emphasis is quadratic on hostile text, where a page of messages must stay cheap.
 */
export function parseMarkdown(source: string): Block[] {
	return parseBlocks(source.replaceAll("\r\n", "\n"), true);
}

type Line = { start: number; end: number };

function parseBlocks(source: string, mayQuote: boolean): Block[] {
	const blocks: Block[] = [];
	const lines = linesOf(source);
	let textFrom: number | null = null;
	const flush = (end: number) => {
		const children = textFrom === null || textFrom >= end ? [] : parseInline(source.slice(textFrom, end));
		if (children.length > 0) {
			blocks.push({ type: "paragraph", children });
		}
		textFrom = null;
	};
	for (let index = 0; index < lines.length; ) {
		const line = lines[index] ?? { start: 0, end: 0 };
		const made = blockAt(source, lines, index, mayQuote);
		if (made) {
			flush(line.start - 1);
			blocks.push(made.block);
			index = made.next;
		} else {
			textFrom ??= line.start;
			index++;
		}
	}
	flush(source.length);
	return blocks;
}

/** Lines by position; the line breaks inside a code block do not end one. */
function linesOf(source: string): Line[] {
	const fences = [...findFences(source).values()];
	const lines: Line[] = [];
	let start = 0;
	let fence = 0;
	for (;;) {
		let end = source.indexOf("\n", start);
		for (let inside = fences[fence]; inside && end !== -1 && inside.start < end; inside = fences[++fence]) {
			end = end < inside.end ? source.indexOf("\n", inside.end) : end;
		}
		lines.push({ start, end: end === -1 ? source.length : end });
		if (end === -1) {
			return lines;
		}
		start = end + 1;
	}
}

function blockAt(
	source: string,
	lines: Line[],
	index: number,
	mayQuote: boolean,
): { block: Block; next: number } | null {
	const { start, end } = lines[index] ?? { start: 0, end: 0 };
	const line = source.slice(start, end);
	const heading = /^(#{1,3})[ \t]+(?=\S)/.exec(line);
	if (heading?.[1]) {
		const level = heading[1].length as 1 | 2 | 3;
		return {
			block: { type: "heading", level, children: parseInline(line.slice(heading[0].length)) },
			next: index + 1,
		};
	}
	const subtext = /^-#[ \t]+(?=\S)/.exec(line);
	if (subtext) {
		return {
			block: { type: "subtext", children: parseInline(line.slice(subtext[0].length)) },
			next: index + 1,
		};
	}
	if (mayQuote && line.startsWith(">>> ")) {
		return {
			block: { type: "quote", children: parseBlocks(source.slice(start + 4), false) },
			next: lines.length,
		};
	}
	if (mayQuote && line.startsWith("> ")) {
		return quoteAt(source, start, lines);
	}
	return isListLine(line) ? listAt(source, lines, index) : null;
}

/** Quoted lines are taken one by one: a fence inside a quote has the quote's mark on each of its lines. */
function quoteAt(source: string, start: number, lines: Line[]): { block: Block; next: number } {
	const quoted: string[] = [];
	let at = start;
	while (source.startsWith("> ", at)) {
		const end = source.indexOf("\n", at);
		quoted.push(source.slice(at + 2, end === -1 ? source.length : end));
		at = end === -1 ? source.length + 1 : end + 1;
	}
	const next = lines.findIndex((line) => line.start >= at);
	return {
		block: { type: "quote", children: parseBlocks(quoted.join("\n"), false) },
		next: next === -1 ? lines.length : next,
	};
}

function listAt(source: string, lines: Line[], index: number): { block: Block; next: number } {
	const taken: string[] = [];
	for (let at = index; at < lines.length; at++) {
		const { start, end } = lines[at] ?? { start: 0, end: 0 };
		const line = source.slice(start, end);
		const goesOn = isListLine(line) ? !startsOtherList(line, taken[0]) : /^ {2,}\S/.test(line);
		if (!goesOn) {
			break;
		}
		taken.push(line);
	}
	return { block: parseList(taken), next: index + taken.length };
}
