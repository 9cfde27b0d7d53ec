import type { InfiniteData } from "@tanstack/react-query";
import type { Page } from "@/lib/api/paged-query";

type Pages<Row> = InfiniteData<Page<Row>, unknown>;
type KeyOf<Row> = (row: Row) => string;

/** How many rows of a first page just read are not shown yet; `more` when it may leave further ones out. */
export type Unseen = { count: number; more: boolean };

/** Compares a first page just read with what is shown. */
export function unseen<Row>(shown: Pages<Row>, newest: Page<Row>, keyOf: KeyOf<Row>): Unseen {
	const known = keysOf(shown, keyOf);
	const count = newest.items.filter((row) => !known.has(keyOf(row))).length;
	return { count, more: count === newest.items.length && newest.nextCursor !== null };
}

/** What is shown, with the rows that were just read again in their present state: none comes, goes or moves. */
export function updated<Row>(shown: Pages<Row>, newest: Page<Row>, keyOf: KeyOf<Row>): Pages<Row> {
	const read = new Map(newest.items.map((row) => [keyOf(row), row]));
	const pages = shown.pages.map((page) => ({
		...page,
		items: page.items.map((row) => read.get(keyOf(row)) ?? row),
	}));
	return { ...shown, pages };
}

/**
 * The first page just read, and below it what was shown: it replaces everything down to the last row that both have.
 * Without such a row there may be a gap between them, and what was shown is let go.
 */
export function merged<Row>(shown: Pages<Row>, newest: Page<Row>, keyOf: KeyOf<Row>): Pages<Row> {
	const read = new Set(newest.items.map(keyOf));
	const lastShared = shown.pages.flatMap((page) => page.items).findLastIndex((row) => read.has(keyOf(row)));
	if (lastShared === -1) return { pages: [newest], pageParams: [null] };
	const pages = shown.pages.map((page, index) => {
		const before = shown.pages.slice(0, index).reduce((sum, { items }) => sum + items.length, 0);
		const rest = page.items.slice(Math.max(0, lastShared + 1 - before));
		return { ...page, items: index === 0 ? [...newest.items, ...rest] : rest };
	});
	return { ...shown, pages };
}

function keysOf<Row>(shown: Pages<Row>, keyOf: KeyOf<Row>): Set<string> {
	return new Set(shown.pages.flatMap((page) => page.items.map(keyOf)));
}
