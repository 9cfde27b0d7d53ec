import { keyTarget } from "./key-target";

/** Where a chart's cursor is, and where a marked stretch of places began; null where there is none. */
export type Mark = { index: number | null; anchor: number | null };

export const nothing: Mark = { index: null, anchor: null };

/** The first and the last place of a stretch, both included. */
export type Stretch = [first: number, last: number];

/** What is marked, if anything is. */
export function stretchOf({ index, anchor }: Mark): Stretch | undefined {
	return index === null || anchor === null ? undefined : [Math.min(anchor, index), Math.max(anchor, index)];
}

/**
 * The mark after a key, on `count` places; undefined where the key means nothing. Arrows, Home, End and the page keys
 * move the cursor; with Shift they mark from where it was, if `canMark`. Escape lets go of what is marked.
 */
export function markAfterKey(
	{ key, shiftKey }: { key: string; shiftKey: boolean },
	mark: Mark,
	count: number,
	canMark: boolean,
): Mark | undefined {
	const index = mark.index ?? count - 1;
	if (key === "Escape" && mark.anchor !== null) return { index, anchor: null };
	const page = Math.max(1, Math.round(count / 10));
	const targets = {
		ArrowLeft: index - 1,
		ArrowDown: index - 1,
		ArrowRight: index + 1,
		ArrowUp: index + 1,
		PageDown: index - page,
		PageUp: index + page,
		Home: 0,
		End: count - 1,
	};
	const target = keyTarget(key, targets);
	if (target === undefined) return undefined;
	return {
		index: Math.min(count - 1, Math.max(0, target)),
		anchor: canMark && shiftKey ? (mark.anchor ?? index) : null,
	};
}
