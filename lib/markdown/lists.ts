import { parseInline } from "./inline";
import type { List } from "./tree";

const marker = /^( {0,40})([-*]|\d{1,9}\.)[ \t]+(?=\S)/;
/** Deeper items stay on this level, as in Discord. */
const deepest = 10;

type Entry = { indent: number; start: number | null; text: string };

/** Whether a line begins a list item: `- `, `* ` or `1. `. */
export function isListLine(line: string): boolean {
	return marker.test(line);
}

/** Whether an item that is not indented is of the other kind (numbered or not) than the list's first line. */
export function startsOtherList(line: string, first: string | undefined): boolean {
	const isNumbered = (text: string) => /^ *\d/.test(text);
	return first !== undefined && !line.startsWith(" ") && isNumbered(line) !== isNumbered(first);
}

/** A list from its lines, the first of which is an item. A line without a marker continues the item above. */
export function parseList(lines: readonly string[]): List {
	const entries: Entry[] = [];
	for (const line of lines) {
		const match = marker.exec(line);
		const last = entries.at(-1);
		if (match) {
			const [whole, spaces = "", sign = ""] = match;
			const start = /\d/.test(sign) ? Number.parseInt(sign, 10) : null;
			entries.push({ indent: spaces.length, start, text: line.slice(whole.length) });
		} else if (last) {
			last.text += `\n${line.trimStart()}`;
		}
	}
	return nest(entries);
}

/** Items that are indented further than the one above go into a list below it. */
function nest(entries: readonly Entry[]): List {
	const root: List = { type: "list", start: entries[0]?.start ?? null, items: [] };
	const open: { indent: number; list: List }[] = [{ indent: entries[0]?.indent ?? 0, list: root }];
	for (const { indent, start, text } of entries) {
		while (open.length > 1 && indent < (open.at(-1)?.indent ?? 0)) {
			open.pop();
		}
		const current = open.at(-1) ?? { indent: 0, list: root };
		const above = current.list.items.at(-1);
		const isDeeper = above !== undefined && indent > current.indent && open.length < deepest;
		const item = { children: parseInline(text), lists: [] };
		if (isDeeper) {
			const list: List = { type: "list", start, items: [item] };
			above.lists.push(list);
			open.push({ indent, list });
		} else {
			current.list.items.push(item);
		}
	}
	return root;
}
