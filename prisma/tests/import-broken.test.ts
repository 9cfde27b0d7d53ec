import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkFiles } from "@/lib/import/files";
import { author, channel, exportFile, message } from "@/lib/import/fixtures";
import { first, ImportHarness, second, silent } from "@/prisma/tests/import-harness";
import { contents } from "@/prisma/tests/import-snapshot";

const harness = new ImportHarness();

describe("a broken file", () => {
	it("leaves no trace, names its byte, and lets the others go on", async () => {
		const text = exportFile([message({ id: second })]);
		const bad = await harness.save(text.slice(0, -40));
		const outcomes = await harness.importPaths([
			bad,
			harness.folder,
			path.join(harness.folder, "missing.json"),
			await harness.save(exportFile([message()])),
		]);
		expect(outcomes.map(({ state, problem }) => [state, problem?.offset])).toEqual([
			["broken", Buffer.byteLength(text) - 40],
			["broken", 0],
			["broken", 0],
			["imported", undefined],
		]);
		expect(await harness.rows("SELECT id FROM discord_messages")).toEqual([{ id: first }]);
		expect(await harness.rows("SELECT count(*)::int FROM import_files")).toEqual([{ count: 1 }]);
	});

	it("may be one whose channel, category or parent is another server's", async () => {
		const elsewhere = { guild: { id: "972017612454232101", name: "Elsewhere", iconUrl: "" } };
		const own = { id: "1017966828372373501", categoryId: null, category: null };
		const category = { categoryId: "972017612460835600", category: "Quay" };
		const parent = { type: "GuildPublicThread", categoryId: "1017966828372373500", category: "moorings" };
		const outcomes = await harness.importText(
			exportFile([message()]),
			exportFile([message({ id: second })], { ...elsewhere, channel: channel({ ...own, ...category }) }),
			exportFile([message({ id: second })], { ...elsewhere, channel: channel({ ...own, ...parent }) }),
			exportFile([message({ id: second })], {
				...elsewhere,
				channel: channel({ categoryId: null, category: null }),
			}),
			exportFile([message({ id: second })], { ...elsewhere, channel: channel(own) }),
		);
		const foreign = (id: string) =>
			`channel ${id} belongs to server 972017612454232100, not 972017612454232101`;
		expect(outcomes.map(({ state, problem }) => [state, problem?.reason])).toEqual([
			["imported", undefined],
			["broken", foreign("972017612460835600")],
			["broken", foreign("1017966828372373500")],
			["broken", foreign("1017966828372373500")],
			["imported", undefined],
		]);
	});

	it("is found by a check alone, which needs no database", async () => {
		const options = { observer: silent, signal: new AbortController().signal };
		const outcomes = await checkFiles(
			[await harness.save("{}"), await harness.save(exportFile([message()]))],
			options,
		);
		expect(outcomes.map(({ state }) => state)).toEqual(["broken", "checked"]);
	});
});

const many = (count: number) =>
	exportFile(
		Array.from({ length: count }, (_, index) =>
			message({
				id: String(BigInt(first) + BigInt(index) * 4194304n),
				author: author({ id: String(688046964549353000n + BigInt(index % 50)) }),
			}),
		),
	);

describe("an interrupted import", () => {
	it("goes on where it was asked to stop", async () => {
		const file = await harness.save(many(25));
		const stop = new AbortController();
		const observer = { ...silent, written: (done: number) => done >= 10 && stop.abort() };
		const [outcome] = await harness.importPaths([file], { observer, signal: stop.signal, batchSize: 10 });
		expect(outcome?.state).toBe("interrupted");
		const [rest] = await harness.importPaths([file], { batchSize: 10 });
		expect(rest).toMatchObject({ state: "resumed", written: { created: 25, updated: 0, unchanged: 0 } });
		expect(await harness.rows("SELECT count(*)::int FROM discord_messages")).toEqual([{ count: 25 }]);
	});

	it("ends as an uninterrupted one would after its process was killed", async () => {
		const file = await harness.save(many(4000));
		const worker = spawn(
			process.execPath,
			[
				"--import",
				"tsx",
				path.join(import.meta.dirname, "import-worker.ts"),
				harness.database.urls.guildhall_bot,
				file,
			],
			{ stdio: ["ignore", "pipe", "inherit"] },
		);
		await once(worker.stdout, "data");
		worker.kill("SIGKILL");
		await once(worker, "exit");
		const [{ done } = {}] = await harness.rows(
			"SELECT messages_done AS done FROM import_files WHERE state = 'running'",
		);
		expect(done).toBeGreaterThan(0);
		expect(done).toBeLessThan(4000);
		const [outcome] = await harness.importPaths([file]);
		expect(outcome?.state).toBe("resumed");
		const interrupted = await contents(harness.database);
		await harness.renew();
		await harness.importPaths([file]);
		expect(await contents(harness.database)).toEqual(interrupted);
	});
});
