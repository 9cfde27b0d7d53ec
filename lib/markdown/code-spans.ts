export type CodeSpan = { text: string; end: number };

/**
 * The inline code of a text by where it starts: a run of ticks up to the next run of the same length. One pass
 * forward finds the runs, one backward pairs them, so unpaired ticks cost nothing extra.
 */
export function findCodeSpans(source: string): Map<number, CodeSpan> {
	const runs = Array.from(source.matchAll(/`+/g), (match) => ({
		start: match.index,
		length: match[0].length,
	}));
	const nextOfLength = new Map<number, number>();
	const found = new Map<number, CodeSpan>();
	for (const { start, length } of runs.toReversed()) {
		const close = nextOfLength.get(length);
		if (close !== undefined) {
			found.set(start, { text: unpad(source.slice(start + length, close)), end: close + length });
		}
		nextOfLength.set(length, start);
	}
	return found;
}

/** A space that only keeps a tick away from the mark is not part of the code. */
function unpad(text: string): string {
	const start = text.startsWith(" `") ? 1 : 0;
	const end = text.endsWith("` ") && text.length > 2 ? text.length - 1 : text.length;
	return text.slice(start, end);
}
