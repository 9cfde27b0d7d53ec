import { describe, expect, test } from "vitest";
import { digest, entered, levelOf, makeAdmin, makePerson, newId, signIn, syncAdmins } from "./people";
import { twoGuilds } from "./two-guilds";

const { db, guild, other, owner } = await twoGuilds();

describe("what belongs to a person", () => {
	test("is theirs alone: profile, preferences, tokens, sessions", async () => {
		const anna = await makeAdmin(db, guild, 7);
		const ben = await makeAdmin(db, other, 7);
		await owner("INSERT INTO user_preferences (user_id) VALUES ($1), ($2)", [anna.userId, ben.userId]);
		await owner("INSERT INTO api_tokens (user_id, name, token_hash) VALUES ($1, 'b', $2)", [
			ben.userId,
			digest(newId()),
		]);
		await entered(db, anna.token, null, async (client) => {
			const ids = async (text: string) =>
				(await client.query<{ user_id: string }>(text)).rows.map((row) => row.user_id);
			expect(await ids("SELECT user_id FROM web_users")).toEqual([anna.userId]);
			expect(await ids("SELECT user_id FROM user_preferences")).toEqual([anna.userId]);
			expect(await ids("SELECT user_id FROM api_tokens")).toEqual([]);
			const stolen = await client.query("UPDATE user_preferences SET theme = 'light' WHERE user_id = $1", [
				ben.userId,
			]);
			expect(stolen.rowCount).toBe(0);
			expect((await client.query("SELECT id FROM app.my_sessions()")).rowCount).toBe(1);
		});
	});

	test("names a time zone that pages know too", async () => {
		const { userId } = await makeAdmin(db, guild);
		const prefer = (zone: string) =>
			owner(
				`INSERT INTO user_preferences (user_id, timezone) VALUES ($1, $2)
				ON CONFLICT (user_id) DO UPDATE SET timezone = excluded.timezone`,
				[userId, zone],
			);
		await prefer("Europe/Berlin");
		for (const zone of ["CEST", "+01:00"])
			await expect(prefer(zone)).rejects.toMatchObject({ code: "23514", column: "timezone" });
	});

	test("sessions are ended by their holder alone, one or all", async () => {
		const { userId, token } = await makeAdmin(db, guild);
		const second = await signIn(db, userId);
		const stranger = await makeAdmin(db, other);
		const { rows } = await owner("SELECT id FROM web_sessions WHERE token_hash = $1", [digest(second)]);
		const end = (who: string, session: string | null, keep = false) =>
			entered(db, who, null, async (client) => {
				const ended = await client.query<{ n: number }>("SELECT app.revoke_sessions($1, $2) AS n", [
					session,
					keep,
				]);
				return ended.rows[0]?.n;
			});
		expect(await end(stranger.token, rows[0].id)).toBe(0);
		expect(await levelOf(db, second, guild)).toBe(7);
		expect(await end(token, null, true)).toBe(1);
		expect(await levelOf(db, second, guild)).toBeNull();
		expect(await levelOf(db, token, guild)).toBe(7);
		expect(await end(token, null)).toBe(1);
		expect(await levelOf(db, token, guild)).toBeNull();
	});
});

describe("the server picker", () => {
	test("lists servers with access, and those the bot is not in", async () => {
		const userId = await makePerson(db);
		const elsewhere = newId();
		await syncAdmins(db, userId, { [guild]: 6, [elsewhere]: 5 });
		await entered(db, await signIn(db, userId), null, async (client) => {
			const { rows } = await client.query("SELECT guild_id, bot_present, level FROM app.my_guilds()");
			expect(rows).toEqual([
				{ guild_id: guild, bot_present: true, level: 6 },
				{ guild_id: elsewhere, bot_present: false, level: 5 },
			]);
		});
	});

	test("shows as many members as Discord says, where the bot does not count them", async () => {
		const userId = await makePerson(db);
		const [elsewhere, unsaid] = [newId(), newId()];
		const managed = [
			{ guild_id: guild, level: 6, name: "Guild", member_count: 12 },
			{ guild_id: elsewhere, level: 6, name: "Elsewhere", member_count: 34 },
			{ guild_id: unsaid, level: 6, name: "Unsaid" },
		];
		await db
			.pool("guildhall_auth")
			.query("SELECT app.sync_admins($1, $2)", [userId, JSON.stringify(managed)]);
		const token = await signIn(db, userId);
		const counts = () =>
			entered(db, token, null, async (client) => {
				const { rows } = await client.query("SELECT guild_id, member_count FROM app.my_guilds()");
				return Object.fromEntries(rows.map((row) => [row.guild_id, row.member_count]));
			});
		expect(await counts()).toEqual({ [guild]: 12, [elsewhere]: 34, [unsaid]: null });
		await owner("UPDATE discord_guilds SET member_count = 56 WHERE id = $1", [guild]);
		expect(await counts()).toMatchObject({ [guild]: 56 });
	});
});

describe("API tokens", () => {
	const make = (token: string, userId: string) =>
		entered(db, token, null, (client) =>
			client.query("INSERT INTO api_tokens (user_id, name, token_hash) VALUES ($1, 'one more', $2)", [
				userId,
				digest(newId()),
			]),
		);

	test("of one person are twenty at most, also when they are made at once", async () => {
		const { userId, token } = await makeAdmin(db, guild);
		const made = await Promise.allSettled(Array.from({ length: 24 }, () => make(token, userId)));
		expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
		await expect(make(token, userId)).rejects.toMatchObject({ code: "GH001" });
		const revoke = "UPDATE api_tokens SET revoked_at = now() WHERE id = (SELECT id FROM api_tokens LIMIT 1)";
		await entered(db, token, null, (client) => client.query(revoke));
		await make(token, userId);
	});

	test("that were revoked stay revoked", async () => {
		const { userId, token } = await makeAdmin(db, guild);
		await make(token, userId);
		const set = (value: string) =>
			entered(db, token, null, (client) => client.query(`UPDATE api_tokens SET revoked_at = ${value}`));
		await set("now()");
		await expect(set("NULL")).rejects.toMatchObject({ code: "42501" });
	});

	test.for<[string, number | null, boolean, boolean]>([
		["without limits is an operator's as its owner is", null, false, true],
		["capped to a level is no operator's", 5, false, false],
		["of one server is no operator's", null, true, false],
	])("one %s", async ([, maxLevel, limited, expected]) => {
		const { userId } = await makeAdmin(db, guild);
		const token = newId();
		await owner("UPDATE web_users SET is_operator = true WHERE user_id = $1", [userId]);
		await owner(
			"INSERT INTO api_tokens (user_id, name, token_hash, max_level, guild_id) VALUES ($1, 'bot', $2, $3, $4)",
			[userId, digest(token), maxLevel, limited ? guild : null],
		);
		await entered(db, token, null, async (client) => {
			const { rows } = await client.query("SELECT app.is_operator() AS operator");
			expect(rows).toEqual([{ operator: expected }]);
		});
	});
});
