import { describe, expect, test } from "vitest";
import type { Page } from "@/lib/api/paged-query";
import { merged, unseen, updated } from "./newest";

type Row = { id: number; state?: string };

const page = (ids: number[], nextCursor: string | null = "more"): Page<Row> => ({
	items: ids.map((id) => ({ id })),
	nextCursor,
});
const shown = (...pages: Page<Row>[]) => ({ pages, pageParams: pages.map(() => null) });
const keyOf = ({ id }: Row) => String(id);
const ids = ({ pages }: { pages: Page<Row>[] }) => pages.map(({ items }) => items.map(({ id }) => id));

describe("a first page read again", () => {
	test("counts the rows that are not shown, on whichever page they would be", () => {
		const list = shown(page([5, 4, 3]), page([2, 1], null));
		expect(unseen(list, page([7, 6, 5]), keyOf)).toEqual({ count: 2, more: false });
		expect(unseen(list, page([5, 4, 3]), keyOf)).toEqual({ count: 0, more: false });
		expect(unseen(list, page([4, 2, 1]), keyOf)).toEqual({ count: 0, more: false });
	});

	test("says when there may be more than it holds", () => {
		expect(unseen(shown(page([3, 2, 1])), page([9, 8, 7]), keyOf)).toEqual({ count: 3, more: true });
		expect(unseen(shown(page([], null)), page([1], null), keyOf)).toEqual({ count: 1, more: false });
	});

	test("changes rows where they stand", () => {
		const list = shown(page([3, 2]), page([1], null));
		const again = { items: [{ id: 4 }, { id: 3, state: "closed" }], nextCursor: "more" };
		expect(updated(list, again, keyOf).pages.flatMap(({ items }) => items)).toEqual([
			{ id: 3, state: "closed" },
			{ id: 2 },
			{ id: 1 },
		]);
	});
});

describe("letting new rows in", () => {
	test("puts them above what was shown, and older pages go on where they did", () => {
		const list = shown(page([5, 4, 3], "after 3"), page([2, 1], null));
		const now = merged(list, page([7, 6, 5], "after 5"), keyOf);
		expect(ids(now)).toEqual([
			[7, 6, 5, 4, 3],
			[2, 1],
		]);
		expect(now.pages.map(({ nextCursor }) => nextCursor)).toEqual(["after 3", null]);
	});

	test("takes out what is no longer among the newest, and puts in what came late", () => {
		expect(ids(merged(shown(page([6, 5, 3, 2])), page([7, 6, 4, 3]), keyOf))).toEqual([[7, 6, 4, 3, 2]]);
	});

	test("reaches down into later pages", () => {
		const list = shown(page([5, 4]), page([3, 2]), page([1], null));
		expect(ids(merged(list, page([5, 3]), keyOf))).toEqual([[5, 3], [2], [1]]);
	});

	test("begins anew where there may be a gap", () => {
		const now = merged(shown(page([3, 2]), page([1], null)), page([9, 8], "after 8"), keyOf);
		expect(now).toEqual({ pages: [page([9, 8], "after 8")], pageParams: [null] });
	});
});
