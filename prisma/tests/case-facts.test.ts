import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { everything } from "@/scripts/rollups/part";
import { recountsOfCases, recountsOfOpenCases } from "@/scripts/rollups/recounts-of-cases";
import { type TestDatabase, testDatabase } from "./database";
import { makeGuild } from "./people";
import { differences } from "./recounts";

let db: TestDatabase;
let guild: string;

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});
beforeEach(async () => {
	guild = await makeGuild(db);
});

/** Opens a case of one member on a day of November. @returns its id */
async function opened(type: string, day: number, expires: string | null = null): Promise<string> {
	const { rows } = await db.pool("guildhall_bot").query<{ id: string }>(
		`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, created_at, case_expires_at)
		VALUES ($1, $2, 'r', 5000001, 5000002, make_timestamptz(2026, 11, $3, 12, 0, 0, 'UTC'), $4) RETURNING case_id AS id`,
		[guild, type, day, expires],
	);
	return rows[0]?.id ?? "";
}

const change = (id: string, what: string) =>
	db.pool("guildhall_bot").query(`UPDATE cases SET ${what} WHERE case_id = $1`, [id]);

const order = (id: string, kind: string, state: "done" | "failed") =>
	db.pool("guildhall_bot").query(
		`INSERT INTO discord_orders (guild_id, case_id, kind, state, failure, finished_at, idempotency_key)
		VALUES ($1, $2, $3, $4, CASE $4 WHEN 'failed' THEN 'not_banned' END, now(), gen_random_uuid())`,
		[guild, id, kind, state],
	);

/** What is kept of the server's cases, in the order in which they were opened. */
async function kept<T>(columns: string): Promise<T[]> {
	const { rows } = await db
		.pool("guildhall_owner")
		.query(`SELECT ${columns} FROM rollup_cases WHERE guild_id = $1 ORDER BY created_at, case_id`, [guild]);
	return rows as T[];
}

const lifted = async () => (await kept<{ lifted: boolean }>("lifted")).map((row) => row.lifted);

/** Everything that is kept is what the verifier counts. */
async function expectVerified(): Promise<void> {
	const here = { ...everything, guild: (column: string) => `${column} = ${guild}` };
	for (const recount of [...recountsOfCases({ ...here, months: here }), ...recountsOfOpenCases(here)])
		expect((await db.pool("guildhall_owner").query(differences(recount))).rows, recount.rollup).toEqual([]);
}

describe("an unban lifts the ban that stands", () => {
	test.each([
		["refused by Discord", "order_state = 'failed'", [true, false, false]],
		[
			"voided as a mistake",
			"case_status = false, voided_at = created_at + interval '1 hour'",
			[true, false, false],
		],
		["pending", "order_state = 'pending'", [false, true, false]],
		[
			"refused, though Discord's log tells of it",
			"order_state = 'failed', audit_log_entry_id = 900000000",
			[false, true, false],
		],
	])("before one that is %s", async (_, what, expected) => {
		await opened("BAN", 1);
		await change(await opened("BAN", 2), what);
		await opened("UNBAN", 3);
		expect(await lifted()).toEqual(expected);
		await expectVerified();
	});

	test("before one of which only the order to end it failed", async () => {
		await opened("BAN", 1);
		const ban = await opened("TEMPBAN", 2, "2026-11-09T12:00Z");
		await order(ban, "ban", "done");
		await opened("UNBAN", 3);
		await order(ban, "unban", "failed");
		expect(await lifted()).toEqual([false, true, false]);
		expect((await kept<{ seconds: number }>("seconds"))[1]).toEqual({ seconds: 7 * 86_400 });
		await expectVerified();
	});

	test("but for one whose own order failed, and the order to end it too", async () => {
		await opened("BAN", 1);
		const ban = await opened("TEMPBAN", 2, "2026-11-09T12:00Z");
		await order(ban, "ban", "failed");
		await order(ban, "unban", "failed");
		await opened("UNBAN", 3);
		expect(await lifted()).toEqual([true, false, false]);
		await expectVerified();
	});

	test("and one that was refused first and carried out then, as soon as it is", async () => {
		await opened("BAN", 1);
		const ban = await opened("BAN", 2);
		await order(ban, "ban", "failed");
		await opened("UNBAN", 3);
		expect(await lifted()).toEqual([true, false, false]);
		await order(ban, "ban", "done");
		expect(await lifted()).toEqual([false, true, false]);
		await expectVerified();
	});
});

describe("a case that was over before it was written down", () => {
	test.each(["2026-10-03T12:00Z", "-infinity"])(
		"ends when it begins, and lasts no time (%s)",
		async (expires) => {
			await opened("TEMPBAN", 2, expires);
			const [row] = await kept<{ atOnce: boolean; seconds: number | null }>(
				'ended_at = created_at AS "atOnce", seconds',
			);
			expect(row).toEqual({ atOnce: true, seconds: null });
			await expectVerified();
		},
	);

	test("is never open: no hour has fewer open cases than none", async () => {
		await opened("TIMEOUT", 2, "2026-10-03T12:00Z");
		const { rows } = await db
			.pool("guildhall_owner")
			.query("SELECT FROM rollup_open_cases_hourly WHERE guild_id = $1 AND change <> 0", [guild]);
		expect(rows).toEqual([]);
	});

	test("and one that never runs out has no time either", async () => {
		await opened("TEMPBAN", 2, "infinity");
		expect(await kept("seconds")).toEqual([{ seconds: null }]);
		await expectVerified();
	});
});
