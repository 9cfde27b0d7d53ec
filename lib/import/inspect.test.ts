import { mkdtemp, open, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BrokenFile } from "@/lib/import/broken-file";
import { author, exportFile, message } from "@/lib/import/fixtures";
import { type FileFacts, inspect } from "@/lib/import/inspect";

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "guildhall-inspect-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function look(content: string | Buffer): Promise<FileFacts> {
	const file = path.join(folder, "export.json");
	await writeFile(file, content);
	const handle = await open(file);
	try {
		return await inspect(handle, () => {});
	} finally {
		await handle.close();
	}
}

async function broken(content: string | Buffer): Promise<{ offset: number; reason: string }> {
	const error = await look(content).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(BrokenFile);
	return error instanceof BrokenFile ? error : { offset: -1, reason: "" };
}

const good = () => exportFile([message(), message({ id: "1027332184274645084", content: "zwei “Bytes”" })]);

describe("a whole export", () => {
	it("is counted", async () => {
		const facts = await look(
			exportFile([
				message({ type: "Reply", timestampEdited: "2022-11-28T13:30:00+00:00" }),
				message({
					id: "1129332184274645084",
					author: author({ id: "688046964549353492" }),
					reactions: [
						{ emoji: { id: "", name: "💯" }, count: 3 },
						{ emoji: { id: "688046964549353400", name: "party", isAnimated: true }, count: 2, users: [] },
					],
				}),
			]),
		);
		expect(facts.totals).toMatchObject({
			messages: 2,
			authors: 2,
			replies: 1,
			reactionChips: 2,
			reactions: 5,
			edited: 1,
		});
		expect([...facts.months]).toEqual(["2022-10", "2023-07"]);
		expect(facts.observedAt).toBe("2023-11-17T12:05:37.000Z");
	});

	it("may have no messages", async () => {
		const facts = await look(exportFile([]));
		expect(facts.totals.messages).toBe(0);
	});

	it("is as new as its last message or edit when it does not say when it was made", async () => {
		const edited = message({ timestampEdited: "2022-12-01T00:00:00+02:00" });
		const facts = await look(exportFile([edited], { exportedAt: undefined }));
		expect(facts.observedAt).toBe("2022-11-30T22:00:00.000Z");
	});

	it("may carry a UTF-8 byte order mark, and keep its members in another order", async () => {
		const { messages, ...rest } = JSON.parse(good());
		expect((await look(`\uFEFF${JSON.stringify({ messages, ...rest })}`)).totals.messages).toBe(2);
	});

	it.each([
		"2022-10-05T21:31:19+00:00",
		"2022-10-05T21:31:19.6+00:00",
		"2022-10-05T21:31:19.64-03:30",
		"2022-10-05T21:31:19.6412345+05:45",
		"2022-10-05T21:31:19.641Z",
	])("takes the time %s", async (timestamp) => {
		expect((await look(exportFile([message({ timestamp })]))).totals.messages).toBe(1);
	});

	it("may be a single message larger than one read", async () => {
		const content = `${'\\"]}'.repeat(400_000)}ü`;
		expect(
			(await look(exportFile([message({ content }), message({ id: "1027332184274645084" })]))).totals
				.messages,
		).toBe(2);
	});
});

describe("a broken file", () => {
	it("is reported where its syntax breaks, in bytes and not in characters", async () => {
		const text = good().replace('"isPinned"', "isPinned");
		const multibyte = text.replace("hello", "hellö");
		expect(await broken(multibyte)).toMatchObject({
			offset: Buffer.byteLength(multibyte.slice(0, multibyte.indexOf("isPinned"))),
			reason: 'expected a quoted name, found "i"',
		});
	});

	it.each([1, 60, 500, 900])("is reported as cut short %i bytes before its end", async (missing) => {
		const bytes = Buffer.from(good());
		const cut = bytes.subarray(0, bytes.length - missing);
		const { offset, reason } = await broken(cut);
		expect(offset).toBe(cut.length);
		expect(reason).toMatch(/ends/);
	});

	it("is reported at the value that has the wrong shape", async () => {
		const text = exportFile([
			message(),
			message({ id: "1027332184274645084", author: author({ id: "nobody" }) }),
		]);
		expect(await broken(text)).toMatchObject({
			offset: Buffer.byteLength(text.slice(0, text.indexOf('"nobody"'))),
			reason: "messages.1.author.id: expected a Discord id",
		});
	});

	it.each([
		["2022-13-05T21:31:19+00:00"],
		["2022-02-30T21:31:19+00:00"],
		["2022-10-05T21:31:19"],
		["yesterday"],
	])("is one with the time %s", async (timestamp) => {
		expect((await broken(exportFile([message({ timestamp })]))).reason).toMatch(/messages\.0\.timestamp/);
	});

	it("is one that a bracket too many or too few unbalances", async () => {
		const text = good();
		const doubled = text.replace('"inlineEmojis":[]}', '"inlineEmojis":[]}}');
		expect(await broken(doubled)).toMatchObject({ offset: doubled.indexOf("}},") + 1 });
		const missing = text.replace('"inlineEmojis":[]},', '"inlineEmojis":[],');
		expect((await broken(missing)).reason).toBe('expected a quoted name, found "{"');
	});

	it("is one with a raw line feed in a string", async () => {
		const text = good().replace("hello", "hel\nlo");
		expect(await broken(text)).toEqual(
			expect.objectContaining({
				offset: text.indexOf("\nlo"),
				reason: "a control character inside a string",
			}),
		);
	});

	it.each([
		["", 0, "the file is empty"],
		["  \n", 3, "the file ends too early"],
		["[]", 0, "this is not a DiscordChatExporter file: it does not begin with an object"],
		["{}", 2, 'this is not a DiscordChatExporter file: it has no "guild"'],
		['{"guild":{"id":"0","name":"x"},"messages":{}}', 42, '"messages" is not a list'],
		["<!DOCTYPE html>", 0, "this is HTML; export the channel as JSON"],
	])("is %j", async (content, offset, reason) => {
		expect(await broken(content)).toMatchObject({ offset, reason });
	});

	it("is one in another encoding", async () => {
		expect((await broken(Buffer.from(`\uFEFF${good()}`, "utf16le"))).reason).toMatch(/UTF-16/);
		const latin1 = Buffer.from(good().replace("hello", "hellö"), "latin1");
		expect(await broken(latin1)).toMatchObject({
			offset: latin1.indexOf(0xf6),
			reason: "the text is not UTF-8",
		});
	});

	it("is one with something after its end", async () => {
		expect(await broken(`${good()} x`)).toMatchObject({ offset: Buffer.byteLength(good()) + 1 });
	});
});

describe("the real exports", () => {
	const real = path.resolve(import.meta.dirname, "../../../shared/data/pyscript");

	it("are read whole when they are there", async ({ skip }) => {
		const names = await readdir(real).catch(() => undefined);
		if (!names) return skip("../shared/data is not there");
		const files = names.filter((name) => name.endsWith(".json"));
		for (const name of files) {
			const handle = await open(path.join(real, name));
			const { head, totals } = await inspect(handle, () => {}).finally(() => handle.close());
			expect(totals.messages, name).toBe(head.messageCount);
		}
	});
});
