import { describe, expect, it } from "vitest";
import { mergeLogs, positionsOf } from "./merge";
import type { AuditSource } from "./schema";

type Entry = { source: AuditSource; id: string; at: string };

const entry = (source: AuditSource, id: number, minute: number): Entry => ({
	source,
	id: String(id),
	at: `2026-11-21T10:${String(minute).padStart(2, "0")}:00.000Z`,
});

const logs = {
	change: [entry("change", 3, 50), entry("change", 2, 20), entry("change", 1, 10)],
	bot: [entry("bot", 8, 40), entry("bot", 7, 20)],
	discord: [entry("discord", 95, 45), entry("discord", 94, 20), entry("discord", 93, 5)],
};

/** Reads all pages as the data layer does: each log from behind its position. */
function pages(size: number, all: Record<AuditSource, Entry[]> = logs): string[][] {
	const found: string[][] = [];
	let cursor: string | null | undefined;
	while (cursor !== null) {
		const positions = positionsOf(cursor);
		const rest = (source: AuditSource) => {
			const after = positions[source];
			const from = after === null ? 0 : all[source].findIndex(({ id }) => id === after) + 1;
			return all[source].slice(from, from + size + 1);
		};
		const page = mergeLogs(
			{ change: rest("change"), bot: rest("bot"), discord: rest("discord") },
			positions,
			size,
		);
		found.push(page.items.map(({ source, id }) => `${source} ${id}`));
		cursor = page.nextCursor;
	}
	return found;
}

describe("the merged timeline", () => {
	it("is newest first over all logs; of the same moment, in the order of the sources", () => {
		expect(pages(50)).toEqual([
			["change 3", "discord 95", "bot 8", "change 2", "bot 7", "discord 94", "change 1", "discord 93"],
		]);
	});

	it.each([1, 2, 3, 4, 5, 7, 8])("has the same entries in pages of %d", (size) => {
		expect(pages(size).flat()).toEqual(pages(50).flat());
	});

	it("neither repeats nor skips where a log's clock ran back", () => {
		const odd = { ...logs, bot: [entry("bot", 9, 1), entry("bot", 8, 40), entry("bot", 7, 20)] };
		for (const size of [1, 2, 3, 50]) expect(pages(size, odd).flat().toSorted()).toHaveLength(9);
		expect(new Set(pages(2, odd).flat()).size).toBe(9);
	});

	it("refuses a cursor of another list", () => {
		for (const cursor of ["x", btoa('["1"]'), btoa('["1; DROP",null,null]')])
			expect(() => positionsOf(cursor)).toThrow(expect.objectContaining({ code: "bad_request" }));
	});
});
