import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild, makePerson, newId, signIn, syncAdmins } from "./people";

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

describe("access that ends", () => {
	/** An administrator for a week, by a grant of the owner's. */
	async function forAWeek() {
		const person = await makePerson(db);
		await giveUntil((await makeAdmin(db, guild, 7)).token, person, "1 week");
		return { userId: person, token: await signIn(db, person) };
	}
	const giveUntil = (token: string, userId: string, ends: string | null, level = 6) =>
		entered(db, token, guild, (client) =>
			client.query(
				`INSERT INTO server_admins (server_id, user_id, source, level, expires_at, granted_by)
				 VALUES ($1, $2, 'grant', $3, now() + $4::interval, app.user_id())`,
				[guild, userId, level, ends],
			),
		);
	const moveEnd = (token: string, userId: string, ends: string | null, level = 6) =>
		entered(db, token, guild, (client) =>
			client.query(
				`UPDATE server_admins SET expires_at = now() + $2::interval, level = $3, granted_by = app.user_id()
				 WHERE user_id = $1 AND source = 'grant'`,
				[userId, ends, level],
			),
		);
	const longer = { code: "42501", column: "expires_at" };

	test("is not made longer by whoever has it", async () => {
		const guest = await forAWeek();
		await expect(moveEnd(guest.token, guest.userId, "8 days")).rejects.toMatchObject(longer);
		await expect(moveEnd(guest.token, guest.userId, null)).rejects.toMatchObject(longer);
		expect((await moveEnd(guest.token, guest.userId, "1 day")).rowCount).toBe(1);
	});

	test("does not become access that lasts longer, for anybody", async () => {
		const guest = await forAWeek();
		const friend = await makePerson(db);
		await expect(giveUntil(guest.token, friend, null, 1)).rejects.toMatchObject(longer);
		await expect(giveUntil(guest.token, friend, "8 days", 1)).rejects.toMatchObject(longer);
		await giveUntil(guest.token, friend, "6 days", 1);
		await expect(moveEnd(guest.token, friend, "8 days", 1)).rejects.toMatchObject(longer);
	});

	test("still lowers what somebody has for good, and does not raise it", async () => {
		const guest = await forAWeek();
		const helper = await makePerson(db);
		await giveUntil((await makeAdmin(db, guild, 7)).token, helper, null, 3);
		await expect(moveEnd(guest.token, helper, null, 4)).rejects.toMatchObject(longer);
		expect((await moveEnd(guest.token, helper, null, 2)).rowCount).toBe(1);
	});

	test("chooses no role that would give a level", async () => {
		const guest = await forAWeek();
		const owner = await makeAdmin(db, guild, 7);
		const choose = (token: string, role: string) =>
			entered(db, token, guild, (client) =>
				client.query("UPDATE guild_config SET perm_level_1_role_id = $2 WHERE guild_id = $1", [guild, role]),
			);
		await db
			.pool("guildhall_owner")
			.query("INSERT INTO guild_config (guild_id) VALUES ($1) ON CONFLICT DO NOTHING", [guild]);
		await expect(choose(guest.token, newId())).rejects.toMatchObject(refused);
		expect((await choose(owner.token, newId())).rowCount).toBe(1);
	});

	test("counts for nothing where Discord gives the same without an end", async () => {
		const guest = await forAWeek();
		await syncAdmins(db, guest.userId, { [guild]: 6 });
		expect((await moveEnd(guest.token, guest.userId, null)).rowCount).toBe(1);
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
