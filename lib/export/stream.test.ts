import { describe, expect, it, vi } from "vitest";
import type { Column } from "./cells";
import { rowCounter } from "./row-counter";
import type { ExportChoice } from "./schema";
import { separatorOf } from "./separator";
import { exportStream } from "./stream";
import { writerOf } from "./writers";

type Row = { id: string; said: string };

const columns: Column<Row>[] = [
	{ label: "Row", kind: "id", value: ({ id }) => id },
	{ label: "Said, exactly", kind: "text", value: ({ said }) => said },
];
const csv: ExportChoice = { format: "csv", separator: "comma" };
const json: ExportChoice = { format: "json", separator: "comma" };
const rows: Row[] = [
	{ id: "1", said: "one" },
	{ id: "2", said: 'two "lines"\nof text, with a comma' },
	{ id: "3", said: "=3" },
];

/** A list of three pages, the middle one empty, and what was asked of it. */
function list(choice: ExportChoice) {
	const pages: Record<string, { items: Row[]; nextCursor: string | null }> = {
		second: { items: [], nextCursor: "third" },
		third: { items: rows.slice(1), nextCursor: null },
	};
	const read = vi.fn(async (cursor: string) => {
		const page = pages[cursor];
		if (page === undefined) throw new Error(`no page ${cursor}`);
		return page;
	});
	const onEnd = vi.fn();
	const first = { items: rows.slice(0, 1), nextCursor: "second" };
	const stream = exportStream({ writer: writerOf(choice, columns), first, read, onEnd });
	return { stream, read, onEnd };
}

const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).arrayBuffer();
const decoded = (bytes: ArrayBuffer) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

describe("an export", () => {
	it("is CSV with a byte order mark, a heading and CRLF", async () => {
		const { stream, onEnd } = list(csv);
		expect(decoded(await textOf(stream))).toBe(
			'\uFEFFRow,"Said, exactly"\r\n\'1,one\r\n\'2,"two ""lines""\nof text, with a comma"\r\n\'3,\'=3\r\n',
		);
		expect(onEnd).toHaveBeenCalledExactlyOnceWith(undefined);
	});

	it("has semicolons where those are asked for", async () => {
		const { stream } = list({ format: "csv", separator: "semicolon" });
		expect(decoded(await textOf(stream))).toContain("\uFEFFRow;Said, exactly\r\n");
		expect([separatorOf("en"), separatorOf("de")]).toEqual(["comma", "semicolon"]);
	});

	it("is one array of JSON, also when it is empty", async () => {
		expect(JSON.parse(decoded(await textOf(list(json).stream)))).toEqual(rows);
		const first = { items: [], nextCursor: null };
		const empty = exportStream({
			writer: writerOf(json, columns),
			first,
			read: () => Promise.reject(new Error("unused")),
			onEnd: vi.fn(),
		});
		expect(JSON.parse(decoded(await textOf(empty)))).toEqual([]);
	});

	it("reads a page when the one before it was taken, and not earlier", async () => {
		const { stream, read } = list(csv);
		const reader = stream.getReader();
		expect(read).not.toHaveBeenCalled();
		await reader.read();
		expect(read).not.toHaveBeenCalled();
		await reader.read();
		expect(read.mock.calls).toEqual([["second"], ["third"]]);
	});

	it("reads no more once the other side is gone", async () => {
		const { stream, read, onEnd } = list(csv);
		const reader = stream.getReader();
		await reader.read();
		await reader.cancel();
		expect(read).not.toHaveBeenCalled();
		expect(onEnd).toHaveBeenCalledExactlyOnceWith(undefined);
	});

	it("breaks off with the error of the page that could not be read", async () => {
		const onEnd = vi.fn();
		const refusal = new Error("no longer signed in");
		const stream = exportStream({
			writer: writerOf(csv, columns),
			first: { items: rows, nextCursor: "gone" },
			read: () => Promise.reject(refusal),
			onEnd,
		});
		await expect(textOf(stream)).rejects.toBe(refusal);
		expect(onEnd).toHaveBeenCalledExactlyOnceWith(refusal);
	});
});

describe("the counter", () => {
	it.each([csv, json])("counts the rows of $format however the bytes are cut", async (choice) => {
		const bytes = new Uint8Array(await textOf(list(choice).stream));
		for (const size of [1, 2, 7, bytes.length]) {
			const count = rowCounter(choice.format);
			let counted = 0;
			for (let at = 0; at < bytes.length; at += size) counted = count(bytes.subarray(at, at + size));
			expect(counted).toBe(rows.length);
		}
	});
});
