import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
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

let db: TestDatabase;
let guild: string;
let other: string;

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db, "Guild");
	other = await makeGuild(db, "Other");
});
afterAll(() => db.drop());

const owner = (text: string, parameters: unknown[] = []) =>
	db.pool("guildhall_owner").query(text, parameters);

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
});
