import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connected } from "@/scripts/database/roles";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild, newId } from "./people";

let db: TestDatabase;

beforeAll(async () => {
	db = await testDatabase();
});
afterAll(() => db.drop());

const owner = (text: string, parameters: unknown[] = []) =>
	db.pool("guildhall_owner").query(text, parameters);

async function changes(guildId: string) {
	const { rows } = await owner("SELECT * FROM dashboard_changes WHERE guild_id = $1 ORDER BY seq", [guildId]);
	return rows;
}

/** Grants and withdraws access: two changes of one row, through the web role. */
async function grantAndWithdraw(guildId: string, admin: { userId: string; token: string }) {
	const friend = newId();
	await entered(db, admin.token, guildId, (client) =>
		client.query("INSERT INTO server_admins (server_id, user_id, level, granted_by) VALUES ($1, $2, 3, $3)", [
			guildId,
			friend,
			admin.userId,
		]),
	);
	await entered(db, admin.token, guildId, (client) =>
		client.query("DELETE FROM server_admins WHERE server_id = $1 AND user_id = $2", [guildId, friend]),
	);
	return friend;
}

const verify = async (guildId: string) =>
	(await owner("SELECT * FROM app.verify_changes($1)", [guildId])).rows[0];

/** What no role may do, done by the administrator of the server. */
async function tamper(text: string, parameters: unknown[]) {
	await connected(db.adminUrl, (admin) => admin.query(text, parameters));
}

describe("a change in the dashboard", () => {
	test("is recorded with actor, row, fields before and after, and the request", async () => {
		const guild = await makeGuild(db);
		const admin = await makeAdmin(db, guild);
		const friend = await grantAndWithdraw(guild, admin);
		const [granted, withdrawn] = await changes(guild);
		expect(granted).toMatchObject({
			seq: "1",
			actor_id: admin.userId,
			actor_name: "person",
			table_name: "server_admins",
			operation: "insert",
			row_key: `${guild}/${friend}/grant`,
			before: null,
			after: { level: 3, user_id: friend, granted_by: admin.userId },
			request_id: "test-request",
		});
		expect(withdrawn).toMatchObject({
			seq: "2",
			operation: "delete",
			after: null,
			before: { user_id: friend },
		});
	});

	test("names only the fields that changed, and nothing when nothing did", async () => {
		const guild = await makeGuild(db);
		const admin = await makeAdmin(db, guild);
		await entered(db, admin.token, guild, async (client) => {
			await client.query("INSERT INTO guild_config (guild_id, prefix) VALUES ($1, '!')", [guild]);
			await client.query("UPDATE guild_config SET prefix = '?' WHERE guild_id = $1", [guild]);
			await client.query("UPDATE guild_config SET prefix = '?' WHERE guild_id = $1", [guild]);
		});
		const edits = (await changes(guild)).filter((change) => change.operation === "update");
		expect(edits).toHaveLength(1);
		expect(edits[0].before).toMatchObject({ prefix: "!" });
		expect(edits[0].after).toMatchObject({ prefix: "?" });
		expect(Object.keys(edits[0].after)).not.toContain("updated_at");
	});

	test("that is rolled back leaves no trace", async () => {
		const guild = await makeGuild(db);
		const admin = await makeAdmin(db, guild);
		const failing = entered(db, admin.token, guild, async (client) => {
			await client.query("INSERT INTO guild_config (guild_id) VALUES ($1)", [guild]);
			throw new Error("changed my mind");
		});
		await expect(failing).rejects.toThrow("changed my mind");
		expect(await changes(guild)).toEqual([]);
		expect(await verify(guild)).toMatchObject({ checked: "0", problem: null });
	});

	test("is not what the bot, the importer or the sign-in write", async () => {
		const guild = await makeGuild(db);
		await db.pool("guildhall_bot").query("UPDATE discord_guilds SET name = 'New' WHERE id = $1", [guild]);
		await makeAdmin(db, guild);
		expect(await changes(guild)).toEqual([]);
	});

	test("to a case is not for everybody who may read the case", async () => {
		const guild = await makeGuild(db);
		const moderator = await makeAdmin(db, guild, 4);
		const seen = await entered(db, moderator.token, guild, async (client) => {
			await client.query(
				"INSERT INTO cases (guild_id, case_type, case_reason, case_user_id, case_moderator_id) VALUES ($1, 'WARN', 'r', $2, $2)",
				[guild, moderator.userId],
			);
			const events = await client.query("SELECT kind FROM case_events");
			const logged = await client.query("SELECT table_name FROM dashboard_changes");
			return { events: events.rows, logged: logged.rows };
		});
		expect(seen).toEqual({ events: [{ kind: "created" }], logged: [] });
		expect(await changes(guild)).toMatchObject([{ table_name: "cases" }]);
	});

	test("to a subscription is for those who may read subscriptions", async () => {
		const guild = await makeGuild(db);
		const admin = await makeAdmin(db, guild, 6);
		const manager = await makeAdmin(db, guild, 5);
		const plan = await owner(
			"INSERT INTO billing_plans (name, price, interval) VALUES ('Log', 5, 'monthly') RETURNING id",
		);
		await grantAndWithdraw(guild, admin);
		await entered(db, admin.token, guild, (client) =>
			client.query(
				`INSERT INTO subscriptions (server_id, plan_id, status, current_period_start, current_period_end)
				VALUES ($1, $2, 'active', now(), now() + interval '1 month')`,
				[guild, plan.rows[0]?.id],
			),
		);
		const seen = ({ token }: { token: string }) =>
			entered(db, token, guild, async (client) => {
				const { rows } = await client.query("SELECT table_name FROM dashboard_changes ORDER BY seq");
				return rows.map((row) => row.table_name);
			});
		expect(await seen(admin)).toEqual(["server_admins", "server_admins", "subscriptions"]);
		expect(await seen(manager)).toEqual(["server_admins", "server_admins"]);
	});

	test("masks secrets, and shows that they changed", async () => {
		const { rows } = await owner(
			"SELECT app.changed_fields($1, '{token,name,empty}', '{token,empty}') AS fields",
			[{ token: "secret", name: "hook", empty: null, other: 1 }],
		);
		expect(rows[0].fields).toEqual({ token: "•••", name: "hook", empty: null });
	});
});

describe("the chain", () => {
	test("holds for writers that come at the same time", async () => {
		const guild = await makeGuild(db);
		const admin = await makeAdmin(db, guild);
		await Promise.all(Array.from({ length: 12 }, () => grantAndWithdraw(guild, admin)));
		expect(await verify(guild)).toMatchObject({ checked: "24", broken_seq: null, problem: null });
	});

	test.for([
		["altered", "UPDATE dashboard_changes SET actor_id = 1 WHERE guild_id = $1 AND seq = 2", "2", "altered"],
		["taken out", "DELETE FROM dashboard_changes WHERE guild_id = $1 AND seq = 2", "2", "missing"],
		["cut off the end", "DELETE FROM dashboard_changes WHERE guild_id = $1 AND seq = 4", "4", "missing"],
		["cut off the start", "DELETE FROM dashboard_changes WHERE guild_id = $1 AND seq = 1", "1", "missing"],
	] as const)("shows a row that was %s", async ([, damage, seq, problem]) => {
		const guild = await makeGuild(db);
		const admin = await makeAdmin(db, guild);
		await grantAndWithdraw(guild, admin);
		await grantAndWithdraw(guild, admin);
		expect(await verify(guild)).toMatchObject({ checked: "4", problem: null });
		await tamper(damage, [guild]);
		expect(await verify(guild)).toMatchObject({ broken_seq: seq, problem: expect.stringContaining(problem) });
	});

	test("stays verifiable after old rows were pruned, which spares the last 90 days", async () => {
		const guild = await makeGuild(db);
		const admin = await makeAdmin(db, guild);
		await grantAndWithdraw(guild, admin);
		const prune = () =>
			db.pool("guildhall_bot").query("SELECT app.prune_changes($1, 'infinity') AS pruned", [guild]);
		expect((await prune()).rows).toEqual([{ pruned: "0" }]);
		await tamper("UPDATE dashboard_changes SET at = at - interval '1 year' WHERE guild_id = $1 AND seq = 1", [
			guild,
		]);
		expect((await prune()).rows).toEqual([{ pruned: "1" }]);
		expect(await verify(guild)).toMatchObject({ checked: "1", problem: null });
	});

	test("cannot be rewritten by any role, its owner included", async () => {
		const guild = await makeGuild(db);
		const admin = await makeAdmin(db, guild);
		await grantAndWithdraw(guild, admin);
		for (const role of ["guildhall_web", "guildhall_auth", "guildhall_bot"] as const) {
			const attempt = db.pool(role).query("DELETE FROM dashboard_changes");
			await expect(attempt, role).rejects.toMatchObject({ code: "42501" });
		}
		expect((await owner("UPDATE dashboard_changes SET actor_id = 1")).rowCount).toBe(0);
		expect((await owner("DELETE FROM dashboard_changes")).rowCount).toBe(0);
		expect(await changes(guild)).toHaveLength(2);
	});
});
