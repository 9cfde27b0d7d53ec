import { expect, test } from "vitest";
import type { FileFacts } from "@/lib/import/inspect";
import type { FileOutcome } from "@/lib/import/outcome";
import { emptyTotals } from "@/lib/import/totals";
import { jsonSummary, tableSummary } from "./summary";

function imported(path: string, authorIds: string[]): FileOutcome {
	const counts = { messages: 9, reactions: 5, attachments: 2, embeds: 3, edited: 4 };
	const totals = { ...emptyTotals(), ...counts, authors: authorIds.length, authorIds: new Set(authorIds) };
	const facts: FileFacts = {
		head: {
			guild: { id: "972017612454232100", name: "Harbour" },
			channel: { id: "1017966828372373500", type: "GuildTextChat", categoryId: null, name: "moorings" },
			exportedAt: null,
			messageCount: null,
		},
		totals,
		sha256: "",
		bytes: 1,
		messagesStart: 0,
		observedAt: null,
		months: new Set(),
	};
	return { path, state: "imported", facts, written: { created: 8, updated: 1, unchanged: 0 }, notes: [] };
}

const outcomes = [imported("one.json", ["1", "2"]), imported("two.json", ["2", "3"])];

test("the table tells of each file and of all what they hold, parts and edits included", () => {
	const rows = tableSummary(outcomes).split("\n");
	expect(rows.map((row) => row.trim().split(/\s{2,}/))).toEqual([
		"file,messages,new,updated,unchanged,authors,replies,reactions,attachments,embeds,edited".split(","),
		"one.json,imported,9,8,1,0,2,0,5,2,3,4".split(","),
		"two.json,imported,9,8,1,0,2,0,5,2,3,4".split(","),
		"2 files,18,16,2,0,3,0,10,4,6,8".split(","),
	]);
});

test("so does the JSON", () => {
	expect(jsonSummary(outcomes)).toMatchObject({
		files: [{ attachments: 2 }, { embeds: 3, edited: 4 }],
		totals: { messages: 18, authors: 3, reactions: 10, attachments: 4, embeds: 6, edited: 8 },
	});
});
