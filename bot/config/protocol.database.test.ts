import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { makeGuild } from "@/prisma/tests/people";

const page = readFileSync(new URL("../../docs/worker-protocol.md", import.meta.url), "utf8");
const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** The first block of code in a language. */
function block(language: string): string {
	return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page)?.[1] ?? "";
}

/** The texts that an example gives names to, with the parameters as PostgreSQL counts them. */
function textsOf(code: string, pattern: RegExp): Record<string, string> {
	return Object.fromEntries(
		[...code.matchAll(pattern)].map(([, name = "", text = ""]) => {
			let parameters = 0;
			return [name, text.replaceAll("%s", () => `$${++parameters}`)];
		}),
	);
}

const python = block("python");
const rust = block("rust");
const examples = [
	{
		...{ language: "Python", code: python, texts: textsOf(python, /^(\w+) = """([^"]*)"""/gm) },
		listen: /"(LISTEN \w+)"/.exec(python)?.[1] ?? "",
	},
	{
		...{ language: "Rust", code: rust, texts: textsOf(rust, /^const (\w+): &str = "([^"]*)";/gm) },
		listen: `LISTEN "${/\.listen\("(\w+)"\)/.exec(rust)?.[1] ?? ""}"`,
	},
];

let db: TestDatabase;
let bot: pg.Client;
beforeAll(async () => {
	db = await testDatabase();
	bot = new pg.Client({ connectionString: db.urls.guildhall_bot });
	await bot.connect();
});
afterAll(async () => {
	await bot.end();
	await db.drop();
});

const owner = (text: string, values: unknown[]) => db.pool("guildhall_owner").query(text, values);

describe.each(examples)("the example in $language", ({ code, texts, listen }) => {
	const shard = Number(/SHARD(?:: i32)? = (\d+)/.exec(code)?.[1]);
	const missing = async () =>
		(await bot.query({ text: texts.MISSING ?? "", values: [shard], rowMode: "array" })).rows;
	const receive = (...values: unknown[]) => bot.query(texts.RECEIPT ?? "", values);

	test("has twenty lines at most", () => {
		const lines = code.trimEnd().split("\n");
		expect(lines.length).toBeGreaterThan(10);
		expect(lines.length).toBeLessThanOrEqual(20);
	});

	test("hears of a save, finds it, and writes its receipt, as the role of the bot", async () => {
		const guild = await makeGuild(db);
		await bot.query(listen);
		const heard = once(bot, "notification");
		await owner("INSERT INTO guild_config (guild_id, prefix) VALUES ($1, '?')", [guild]);
		const [{ payload }] = (await heard) as [pg.Notification];
		expect(payload).toMatch(new RegExp(`"server_id": ${guild}\\b`));
		expect(await missing()).toEqual([[guild, 1, expect.objectContaining({ prefix: "?" })]]);
		await receive(guild, shard, 1, "The mod log channel no longer exists.");
		expect(await missing()).toEqual([]);
		await receive(guild, shard, 1, null);
		const { rows } = await owner(
			"SELECT shard_id, revision, error FROM guild_config_receipts WHERE guild_id = $1",
			[guild],
		);
		expect(rows).toEqual([{ shard_id: shard, revision: 1, error: null }]);
		await owner("UPDATE guild_config SET prefix = '!' WHERE guild_id = $1", [guild]);
		expect(await missing()).toEqual([[guild, 2, expect.objectContaining({ prefix: "!" })]]);
		await receive(guild, shard, 2, null);
		await bot.query("UNLISTEN *");
	});
});

test.skipIf(!hasPython)(
	`Python can read its example${hasPython ? "" : " (there is no python3 here)"}`,
	() => {
		const read = "import ast, sys; ast.parse(sys.stdin.read())";
		const { status, stderr } = spawnSync("python3", ["-c", read], { input: python, encoding: "utf8" });
		expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	},
);

test("the statements for orders take each once, and give it back where the transaction ends", async () => {
	const [take = "", done = "", failed = ""] = block("sql").split(";");
	const guild = await makeGuild(db);
	const { rows: placed } = await owner(
		`INSERT INTO discord_orders (guild_id, kind, target_id, idempotency_key)
		VALUES ($1, 'kick', 5000001, 'a'), ($1, 'kick', 5000002, 'b') RETURNING id`,
		[guild],
	);
	const ids = new Set(placed.map(({ id }) => id));
	const another = await db.pool("guildhall_bot").connect();
	await bot.query("BEGIN");
	await another.query("BEGIN");
	const [[one], [two]] = [(await bot.query(take)).rows, (await another.query(take)).rows];
	expect(new Set([one.id, two.id])).toEqual(ids);
	await bot.query(done, [one.id]);
	await another.query("ROLLBACK");
	await bot.query("COMMIT");
	expect((await another.query(take)).rows).toMatchObject([{ id: two.id, kind: "kick" }]);
	await another.query(failed, [two.id]);
	expect((await another.query(take)).rows).toEqual([]);
	another.release();
	const { rows } = await owner(
		"SELECT state, failure FROM discord_orders WHERE guild_id = $1 ORDER BY state",
		[guild],
	);
	expect(rows).toEqual([
		{ state: "done", failure: null },
		{ state: "failed", failure: "missing_permission" },
	]);
});
