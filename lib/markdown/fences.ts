import type { CodeBlock } from "./tree";

export type Fence = { start: number; end: number; block: CodeBlock };

const mark = "```";

/** The code blocks of a text, by where they start. Every search continues where the last one ended. */
export function findFences(source: string): Map<number, Fence> {
	const found = new Map<number, Fence>();
	let from = 0;
	for (;;) {
		const start = source.indexOf(mark, from);
		const close = start === -1 ? -1 : source.indexOf(mark, start + mark.length);
		if (close === -1) {
			return found;
		}
		const content = source.slice(start + mark.length, close);
		if (source[start - 1] === "\\" || content.trim() === "") {
			from = start + mark.length;
			continue;
		}
		const end = close + mark.length + trailingTicks(source, close + mark.length);
		found.set(start, { start, end, block: blockOf(content + "`".repeat(end - close - mark.length)) });
		from = end;
	}
}

/** Ticks after the closing mark belong to the code, as in Discord. */
function trailingTicks(source: string, from: number): number {
	let count = 0;
	while (source[from + count] === "`") {
		count++;
	}
	return count;
}

function blockOf(content: string): CodeBlock {
	const line = content.indexOf("\n");
	const first = line === -1 ? "" : content.slice(0, line);
	const isLanguage = /^[\w+\-.#]{1,32}$/.test(first);
	const text = isLanguage ? content.slice(line + 1) : content;
	return { type: "codeBlock", language: isLanguage ? first.toLowerCase() : null, text: trimLines(text) };
}

/** Takes empty lines off both ends; written as a loop because /\n+$/ is quadratic on many line breaks. */
function trimLines(text: string): string {
	let start = 0;
	let end = text.length;
	while (text[start] === "\n") {
		start++;
	}
	while (end > start && text[end - 1] === "\n") {
		end--;
	}
	return text.slice(start, end);
}
