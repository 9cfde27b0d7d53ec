import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Db, openScope, type Scope } from "@/bot/scope";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";

const GUILD = "510000000000000001";

let db: TestDatabase;
let scope: Scope;
beforeAll(async () => {
	db = await testDatabase();
	scope = await openScope(db.urls.guildhall_bot, 1);
	await scope.rows("INSERT INTO discord_guilds (id, name) VALUES ($1, 'Guild')", [GUILD]);
});
afterAll(async () => {
	await scope.close();
	await db.drop();
});

const bury = (on: Db, messageId: string) =>
	on.run("INSERT INTO gateway_tombstones (guild_id, message_id, deleted_at) VALUES ($1, $2, now())", [
		GUILD,
		messageId,
	]);
const buried = async (on: Db) =>
	(await on.rows<{ id: string }>("SELECT message_id AS id FROM gateway_tombstones ORDER BY message_id")).map(
		({ id }) => id,
	);

describe("statements that are not waited for", () => {
	test("are run before what is sent behind them", async () => {
		const seen = await scope.transaction(async (tx) => {
			await bury(tx, "520000000000000001");
			await bury(tx, "520000000000000002");
			return buried(tx);
		});
		expect(seen).toEqual(["520000000000000001", "520000000000000002"]);
		expect(await buried(scope)).toEqual(seen);
	});

	test("fail the whole transaction with the first of their errors, and leave the connection usable", async () => {
		const before = await buried(scope);
		const duplicate = { code: "23505", table: "gateway_tombstones" };
		const reading = scope.transaction(async (tx) => {
			await bury(tx, "520000000000000003");
			await bury(tx, "520000000000000001");
			await bury(tx, "not a number");
			return buried(tx);
		});
		await expect(reading).rejects.toMatchObject(duplicate);
		const writing = scope.transaction(async (tx) => {
			await bury(tx, "520000000000000003");
			await bury(tx, "520000000000000001");
		});
		await expect(writing).rejects.toMatchObject(duplicate);
		expect(await buried(scope)).toEqual(before);
	});

	test("are undone where the work itself fails", async () => {
		const before = await buried(scope);
		const work = scope.transaction(async (tx) => {
			await bury(tx, "520000000000000004");
			throw new RangeError("of its own");
		});
		await expect(work).rejects.toThrow("of its own");
		expect(await buried(scope)).toEqual(before);
	});
});
