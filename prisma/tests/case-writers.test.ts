import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inGuild } from "@/lib/auth/scope";
import { getCase } from "@/lib/cases/detail-data";
import type { EditCase } from "@/lib/cases/detail-schema";
import { changeCase } from "@/lib/cases/edit-data";
import { readers } from "@/lib/db/readers";
import { type TestDatabase, testDatabase } from "./database";
import { makeAdmin, makeGuild } from "./people";
import { differences, recounts } from "./recounts";

let db: TestDatabase;
let guild: string;
let ban: string;
let unban: string;

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});
beforeEach(async () => {
	guild = await makeGuild(db);
	ban = await open("BAN", "2026-11-01");
	unban = await open("UNBAN", "2026-11-09");
});

async function open(type: string, day: string): Promise<string> {
	const { rows } = await db.pool("guildhall_bot").query<{ id: string }>(
		`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, created_at)
		VALUES ($1, $2, 'r', 5000001, 5000002, $3) RETURNING case_id AS id`,
		[guild, type, day],
	);
	return rows[0]?.id ?? "";
}

const change = (client: pg.ClientBase | pg.Pool, id: string, what: string) =>
	client.query(`UPDATE cases SET ${what} WHERE case_id = $1`, [id]);

async function isLifted(): Promise<boolean | undefined> {
	const { rows } = await db
		.pool("guildhall_bot")
		.query<{ lifted: boolean }>("SELECT lifted FROM rollup_cases WHERE case_id = $1", [ban]);
	return rows[0]?.lifted;
}

/** Two connections, of which the first has a transaction open. */
async function besideEachOther(work: (one: pg.ClientBase, two: pg.ClientBase) => Promise<void>) {
	const [one, two] = await Promise.all([
		db.pool("guildhall_bot").connect(),
		db.pool("guildhall_bot").connect(),
	]);
	try {
		await one.query("BEGIN");
		await work(one, two);
	} finally {
		one.release();
		two.release();
	}
}

test("of two that change what belongs together, the second sees what the first did", async () => {
	expect(await isLifted()).toBe(true);
	await besideEachOther(async (one, two) => {
		await change(one, unban, "created_at = created_at - interval '3 days'");
		const second = change(two, ban, "case_expires_at = created_at + interval '6 days'");
		await one.query("COMMIT");
		await second;
	});
	expect(await isLifted()).toBe(true);
	for (const recount of recounts) {
		const { rows } = await db.pool("guildhall_owner").query(differences(recount));
		expect({ rollup: recount.rollup, rows }).toEqual({ rollup: recount.rollup, rows: [] });
	}
});

test("an edit of the reason waits for nobody", async () => {
	await besideEachOther(async (one, two) => {
		await change(one, unban, "case_moderator_id = 5000003");
		await two.query("SET statement_timeout = '5s'");
		expect((await change(two, ban, "case_reason = 'better'")).rowCount).toBe(1);
		await two.query("RESET statement_timeout");
		await one.query("COMMIT");
	});
});

describe("a change on the site takes the server's row before the case's, as whoever opens a case does", () => {
	test("when it ends a case", () => waitsForTheServer({ status: "closed" }));

	test("when it is of the reason of a case that ended nobody knows when: its end moves", async () => {
		await change(db.pool("guildhall_owner"), ban, "case_status = false, resolved_at = NULL");
		await waitsForTheServer({ reason: "better" });
	});
});

/** Makes the edit of the first case while somebody holds the server, and changes the case behind its back. */
async function waitsForTheServer(edit: Pick<EditCase, "reason" | "status">): Promise<void> {
	const { userId, token } = await makeAdmin(db, guild, 3);
	await db
		.pool("guildhall_owner")
		.query("UPDATE web_users SET guilds_synced_at = now() + interval '1 day' WHERE user_id = $1", [userId]);
	const web = new pg.Pool({ connectionString: db.urls.guildhall_web, pipeline: true, types: readers });
	globalThis.guildhallPools = { web };
	await besideEachOther(async (one, two) => {
		const { rows: held } = await one.query<{ pid: number }>(
			"SELECT pg_backend_pid() AS pid FROM discord_guilds WHERE id = $1 FOR NO KEY UPDATE",
			[guild],
		);
		const changing = inGuild(
			guild,
			"cases.write",
			async (scope) => {
				const { revision } = await getCase(scope, 1);
				return changeCase(scope, 1, { revision, ...edit });
			},
			{ caller: { token, requestId: "changes-a-case" } },
		);
		await expect.poll(() => waiting(two, held[0]?.pid), { timeout: 20_000 }).toBe(1);
		await one.query("SET statement_timeout = '5s'");
		expect((await change(one, ban, "case_reason = 'meanwhile'")).rowCount).toBe(1);
		await one.query("RESET statement_timeout");
		await one.query("COMMIT");
		await expect(changing).rejects.toMatchObject({ code: "conflict" });
	});
	globalThis.guildhallPools = {};
	await web.end();
}

/** How many wait for what another connection holds; each transaction sees the activity of one moment only. */
async function waiting(client: pg.ClientBase, pid: number | undefined): Promise<number | undefined> {
	const { rows } = await client.query<{ waiting: number }>(
		"SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE $1::integer = ANY (pg_blocking_pids(pid))",
		[pid],
	);
	return rows[0]?.waiting;
}
