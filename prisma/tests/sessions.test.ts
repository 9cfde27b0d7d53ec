import { describe, expect, test } from "vitest";
import { digest, entered, levelOf, makeAdmin, makeGuild, type SessionState, signIn } from "./people";
import { twoGuilds } from "./two-guilds";

const { db, guild, other, owner } = await twoGuilds();

describe("a session", () => {
	test("lets its holder in at their level", async () => {
		const { token } = await makeAdmin(db, guild, 6);
		expect(await levelOf(db, token, guild)).toBe(6);
		expect(await levelOf(db, token, null)).toBe(0);
		expect(await levelOf(db, token, other)).toBeNull();
	});

	test.for<[string, SessionState]>([
		["idle for too long", { expiresIn: "-1 second" }],
		["past its absolute end", { endsIn: "-1 second" }],
		["revoked", { revoked: true }],
	])("that is %s is refused and shows no row", async ([, state]) => {
		const { userId } = await makeAdmin(db, guild);
		const token = await signIn(db, userId, state);
		await entered(db, token, guild, async (client, level) => {
			expect(level).toBeNull();
			expect((await client.query("SELECT 1 FROM discord_guilds")).rowCount).toBe(0);
			expect((await client.query("SELECT 1 FROM app.my_guilds()")).rowCount).toBe(0);
			expect((await client.query("SELECT 1 FROM app.my_sessions()")).rowCount).toBe(0);
		});
	});

	test("of a disabled person is refused", async () => {
		const { userId, token } = await makeAdmin(db, guild);
		await owner("UPDATE web_users SET is_active = false WHERE user_id = $1", [userId]);
		expect(await levelOf(db, token, guild)).toBeNull();
	});

	test("ends at the next statement, also inside a transaction that has begun", async () => {
		const { userId, token } = await makeAdmin(db, guild);
		await entered(db, token, guild, async (client) => {
			expect((await client.query("SELECT 1 FROM discord_guilds")).rowCount).toBe(1);
			await owner("UPDATE web_sessions SET revoked_at = now() WHERE user_id = $1", [userId]);
			expect((await client.query("SELECT 1 FROM discord_guilds")).rowCount).toBe(0);
		});
	});

	test("leaves nothing behind on its connection", async () => {
		const { token } = await makeAdmin(db, guild);
		const client = await db.pool("guildhall_web").connect();
		try {
			await client.query("BEGIN");
			await client.query("SELECT app.enter($1, $2)", [token, guild]);
			await client.query("COMMIT");
			expect((await client.query("SELECT 1 FROM discord_guilds")).rowCount).toBe(0);
		} finally {
			client.release();
		}
	});

	test("slides forward with use, never past its absolute end", async () => {
		const { userId } = await makeAdmin(db, guild);
		const token = await signIn(db, userId, { expiresIn: "1 minute", endsIn: "2 days" });
		await owner("UPDATE web_sessions SET last_used_at = now() - interval '1 hour' WHERE user_id = $1", [
			userId,
		]);
		await db.pool("guildhall_web").query("SELECT app.touch_session($1)", [token]);
		const { rows } = await owner(
			"SELECT expires_at = absolute_expires_at AS capped FROM web_sessions WHERE token_hash = $1",
			[digest(token)],
		);
		expect(rows).toEqual([{ capped: true }]);
	});
});

describe("forty people at once on one pool", () => {
	test("never see another's guild", async () => {
		const people = await Promise.all(
			Array.from({ length: 40 }, async (_, index) => {
				const id = await makeGuild(db, `Guild ${index}`);
				return { id, ...(await makeAdmin(db, id)) };
			}),
		);
		const seen = await Promise.all(
			people.map((person) =>
				entered(db, person.token, person.id, async (client) => {
					const found = new Set<string>();
					for (let round = 0; round < 5; round++) {
						const { rows } = await client.query<{ id: string }>("SELECT id FROM discord_guilds");
						for (const row of rows) found.add(row.id);
					}
					return [...found];
				}),
			),
		);
		expect(seen).toEqual(people.map((person) => [person.id]));
	});
});
