import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild, makePerson } from "./people";

let db: TestDatabase;
let guild: string;

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db, "Guild");
});
afterAll(() => db.drop());

const refused = { code: "42501" };

const grant = (token: string, userId: string, level: number) =>
	entered(db, token, guild, (client) =>
		client.query(
			`INSERT INTO server_admins (server_id, user_id, source, level, granted_by)
			 VALUES ($1, $2, 'grant', $3, app.user_id())`,
			[guild, userId, level],
		),
	);

const change = (token: string, userId: string, level: number) =>
	entered(db, token, guild, (client) =>
		client.query(
			"UPDATE server_admins SET level = $2, granted_by = app.user_id() WHERE user_id = $1 AND source = 'grant'",
			[userId, level],
		),
	);

const revoke = (token: string, userId: string) =>
	entered(db, token, guild, (client) =>
		client.query("DELETE FROM server_admins WHERE user_id = $1 AND source <> 'discord'", [userId]),
	);

describe("a grant", () => {
	test("is given, changed and revoked by an administrator up to their own level", async () => {
		const admin = await makeAdmin(db, guild, 6);
		const helper = await makePerson(db);
		await grant(admin.token, helper, 6);
		expect((await change(admin.token, helper, 2)).rowCount).toBe(1);
		expect((await revoke(admin.token, helper)).rowCount).toBe(1);
	});

	test("of somebody higher is not touched from below", async () => {
		const owner = await makeAdmin(db, guild, 7);
		const admin = await makeAdmin(db, guild, 6);
		await expect(grant(admin.token, owner.userId, 3)).rejects.toMatchObject(refused);
		await grant(owner.token, owner.userId, 3);
		await expect(change(admin.token, owner.userId, 2)).rejects.toMatchObject(refused);
		await expect(revoke(admin.token, owner.userId)).rejects.toMatchObject(refused);
		expect((await revoke(owner.token, owner.userId)).rowCount).toBe(1);
	});

	test("is not handed on to somebody else", async () => {
		const admin = await makeAdmin(db, guild, 6);
		const helper = await makePerson(db);
		const friend = await makePerson(db);
		await grant(admin.token, helper, 6);
		const handOn = entered(db, admin.token, guild, (client) =>
			client.query("UPDATE server_admins SET user_id = $2, granted_by = app.user_id() WHERE user_id = $1", [
				helper,
				friend,
			]),
		);
		await expect(handOn).rejects.toMatchObject(refused);
		expect((await revoke(admin.token, helper)).rowCount).toBe(1);
	});

	test("is out of reach for a manager", async () => {
		const manager = await makeAdmin(db, guild, 5);
		await expect(grant(manager.token, await makePerson(db), 1)).rejects.toMatchObject(refused);
	});
});

test("an operator still lets themselves in, and an administrator ends the visit", async () => {
	const admin = await makeAdmin(db, guild, 6);
	const operator = await makeAdmin(db, await makeGuild(db, "Elsewhere"), 7);
	await db
		.pool("guildhall_owner")
		.query("UPDATE web_users SET is_operator = true WHERE user_id = $1", [operator.userId]);
	await entered(db, operator.token, null, (client) =>
		client.query("SELECT app.operator_enter($1, 'Looks into a broken command')", [guild]),
	);
	expect((await revoke(admin.token, operator.userId)).rowCount).toBe(1);
});
