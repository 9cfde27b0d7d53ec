import { describe, expect, test } from "vitest";
import {
	digest,
	entered,
	levelOf,
	makeAdmin,
	makeGuild,
	makePerson,
	newId,
	signIn,
	syncAdmins,
} from "./people";
import { twoGuilds } from "./two-guilds";

const { db, guild, other, owner } = await twoGuilds();
const bot = (text: string, parameters: unknown[] = []) => db.pool("guildhall_bot").query(text, parameters);

describe("a level", () => {
	test("from Discord counts for ten minutes after it was last confirmed", async () => {
		const { userId, token } = await makeAdmin(db, guild, 5);
		const age = (minutes: number) =>
			owner("UPDATE server_admins SET checked_at = now() - make_interval(mins => $2) WHERE user_id = $1", [
				userId,
				minutes,
			]);
		await age(9);
		expect(await levelOf(db, token, guild)).toBe(5);
		await age(11);
		expect(await levelOf(db, token, guild)).toBeNull();
	});

	test("from Discord ends when Discord no longer lists the guild, and the other sources stay", async () => {
		const { userId, token } = await makeAdmin(db, guild, 7);
		await owner("INSERT INTO server_admins (server_id, user_id, level) VALUES ($1, $2, 3)", [guild, userId]);
		expect(await levelOf(db, token, guild)).toBe(7);
		await syncAdmins(db, userId, { [other]: 5 });
		expect(await levelOf(db, token, guild)).toBe(3);
		expect(await levelOf(db, token, other)).toBe(5);
	});

	test("that was granted ends with its expiry", async () => {
		const userId = await makePerson(db);
		const token = await signIn(db, userId);
		await owner(
			"INSERT INTO server_admins (server_id, user_id, level, expires_at) VALUES ($1, $2, 4, now() + interval '1 hour')",
			[guild, userId],
		);
		expect(await levelOf(db, token, guild)).toBe(4);
		await owner("UPDATE server_admins SET expires_at = now() WHERE user_id = $1", [userId]);
		expect(await levelOf(db, token, guild)).toBeNull();
	});

	test("of a role is held while its holder has the role and is in the guild", async () => {
		const userId = await makePerson(db);
		const token = await signIn(db, userId);
		const role = newId();
		await bot("INSERT INTO discord_users (id, username) VALUES ($1, 'moderator')", [userId]);
		await bot(
			"INSERT INTO discord_roles (id, guild_id, name, position, permissions) VALUES ($1, $2, 'Mods', 1, 0)",
			[role, guild],
		);
		await bot("INSERT INTO discord_guild_members (guild_id, user_id, joined_at) VALUES ($1, $2, now())", [
			guild,
			userId,
		]);
		await owner(
			`INSERT INTO guild_config (guild_id, perm_level_3_role_id, perm_level_7_role_id) VALUES ($1, $2, $2)
			ON CONFLICT (guild_id) DO UPDATE SET perm_level_3_role_id = excluded.perm_level_3_role_id`,
			[guild, role],
		);
		expect(await levelOf(db, token, guild)).toBeNull();
		await bot("INSERT INTO discord_member_roles (guild_id, user_id, role_id) VALUES ($1, $2, $3)", [
			guild,
			userId,
			role,
		]);
		expect(await levelOf(db, token, guild), "a role never makes an owner").toBe(3);
		await bot("UPDATE discord_guild_members SET left_at = now() WHERE user_id = $1", [userId]);
		expect(await levelOf(db, token, guild)).toBeNull();
	});

	test.for([
		[5, 5, true],
		[5, 6, false],
		[6, 6, true],
		[6, 7, false],
	] as const)("%i naming the role of level %i: %s", async ([own, named, allowed]) => {
		const place = await makeGuild(db);
		const { token } = await makeAdmin(db, place, own);
		const naming = entered(db, token, place, (client) =>
			client.query(`INSERT INTO guild_config (guild_id, perm_level_${named}_role_id) VALUES ($1, $1)`, [
				place,
			]),
		);
		if (allowed) await expect(naming).resolves.toMatchObject({ rowCount: 1 });
		else await expect(naming).rejects.toMatchObject({ code: "42501" });
	});
});

describe("an API token", () => {
	async function apiToken(userId: string, limits: { level?: number; guild?: string; revoked?: boolean }) {
		const token = `token-${newId()}`;
		await owner(
			`INSERT INTO api_tokens (user_id, name, token_hash, max_level, guild_id, revoked_at)
			VALUES ($1, 'test', $2, $3, $4, CASE WHEN $5 THEN now() END)`,
			[userId, digest(token), limits.level ?? null, limits.guild ?? null, limits.revoked ?? false],
		);
		return token;
	}

	test("enters by the same door, with its own lower level and its one guild", async () => {
		const { userId } = await makeAdmin(db, guild, 7);
		await syncAdmins(db, userId, { [guild]: 7, [other]: 7 });
		const token = await apiToken(userId, { level: 2, guild });
		expect(await levelOf(db, token, guild)).toBe(2);
		expect(await levelOf(db, token, other)).toBeNull();
		await entered(db, token, guild, async (client) => {
			const { rows } = await client.query("SELECT app.guild(2) AS two, app.guild(3) AS three");
			expect(rows).toEqual([{ two: guild, three: null }]);
			const guilds = await client.query("SELECT guild_id, level FROM app.my_guilds()");
			expect(guilds.rows).toEqual([{ guild_id: guild, level: 2 }]);
		});
		expect(await levelOf(db, await apiToken(userId, { revoked: true }), guild)).toBeNull();
	});

	test("cannot list or end sessions, nor make itself a stronger token", async () => {
		const { userId } = await makeAdmin(db, guild, 7);
		const token = await apiToken(userId, {});
		await entered(db, token, null, async (client) => {
			expect((await client.query("SELECT 1 FROM app.my_sessions()")).rowCount).toBe(0);
			expect((await client.query("SELECT app.revoke_sessions() AS ended")).rows).toEqual([{ ended: 0 }]);
			expect((await client.query("SELECT id FROM api_tokens")).rowCount).toBe(0);
		});
		const stronger = entered(db, token, null, (client) =>
			client.query("INSERT INTO api_tokens (user_id, name, token_hash) VALUES ($1, 'x', $2)", [
				userId,
				digest("x"),
			]),
		);
		await expect(stronger).rejects.toMatchObject({ code: "42501" });
	});
});
