import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";

let db: TestDatabase;

beforeAll(async () => {
	db = await testDatabase();
});
afterAll(() => db.drop());

/** The statement of a foreign key's check, as an import plans it: once for all months, while they are still empty. */
async function planOfCheck(): Promise<string[]> {
	const client = await db.pool("guildhall_bot").connect();
	try {
		await client.query("SET plan_cache_mode = 'force_generic_plan'");
		await client.query(
			`PREPARE part_of (bigint, bigint) AS
			SELECT 1 FROM discord_messages x WHERE guild_id = $1 AND id = $2 FOR KEY SHARE OF x`,
		);
		const { rows } = await client.query<{ "QUERY PLAN": string }>(
			"EXPLAIN (COSTS OFF) EXECUTE part_of (1, 0)",
		);
		return rows.map((row) => row["QUERY PLAN"]);
	} finally {
		client.release(true);
	}
}

describe("a part of a message", () => {
	test("finds its message by the whole key, also when its month was empty at planning", async () => {
		const scans = (await planOfCheck()).filter((line) => line.includes("Scan"));
		expect(scans.length).toBeGreaterThan(0);
		expect(scans.filter((line) => !/using discord_messages_[a-z0-9]+_(id_idx|pkey) on/.test(line))).toEqual(
			[],
		);
	});
});
