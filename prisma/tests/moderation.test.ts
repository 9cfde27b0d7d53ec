import { beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild, newId } from "./people";

let db: TestDatabase;
let guild: string;
const member = newId();

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db);
	return () => db.drop();
});

const insertCase = `INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id)
	VALUES ($1, 'WARN', $2, $3, $3) RETURNING case_id, case_number`;

type Numbered = { case_id: string; case_number: number };

describe("case numbers", () => {
	test("have no gaps: a number that was rolled back is given again", async () => {
		const { token } = await makeAdmin(db, guild, 3);
		const write = (reason: string, fail = false) =>
			entered(db, token, guild, async (client) => {
				const { rows } = await client.query<Numbered>(insertCase, [guild, reason, member]);
				if (fail) throw new Error("changed my mind");
				return rows[0]?.case_number;
			});
		const first = await write("one");
		await expect(write("two", true)).rejects.toThrow("changed my mind");
		expect(await write("three")).toBe((first ?? 0) + 1);
	});

	test("are taken one by one when moderators write at the same time", async () => {
		const own = await makeGuild(db);
		const { token } = await makeAdmin(db, own, 3);
		const numbers = await Promise.all(
			Array.from({ length: 12 }, (_, index) =>
				entered(db, token, own, async (client) => {
					const { rows } = await client.query<Numbered>(insertCase, [own, `case ${index}`, member]);
					return rows[0]?.case_number ?? 0;
				}),
			),
		);
		expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
	});

	test("cannot be chosen in the dashboard, and can be kept by an import", async () => {
		const own = await makeGuild(db);
		const { token } = await makeAdmin(db, own, 3);
		const chosen = `INSERT INTO cases (guild_id, case_number, case_type, case_reason, case_moderator_id, case_user_id)
			VALUES ($1, 41, 'WARN', 'r', $2, $2) RETURNING case_number`;
		const fromWeb = await entered(db, token, own, (client) => client.query<Numbered>(chosen, [own, member]));
		expect(fromWeb.rows).toEqual([{ case_number: 1 }]);
		const fromImport = await db.pool("guildhall_bot").query<Numbered>(chosen, [own, member]);
		expect(fromImport.rows).toEqual([{ case_number: 41 }]);
		const next = await db.pool("guildhall_bot").query<Numbered>(insertCase, [own, "next", member]);
		expect(next.rows[0]?.case_number).toBe(42);
	});
});

describe("the history of a case", () => {
	test("tells a helper who changed what, and no other guild's helper", async () => {
		const { token, userId } = await makeAdmin(db, guild, 3);
		const caseId = await entered(db, token, guild, async (client) => {
			const { rows } = await client.query<Numbered>(insertCase, [guild, "rude", member]);
			await client.query("UPDATE cases SET case_reason = 'very rude' WHERE guild_id = $1 AND case_id = $2", [
				guild,
				rows[0]?.case_id,
			]);
			await client.query(
				"UPDATE cases SET case_status = false, voided_at = now(), voided_by = $3 WHERE guild_id = $1 AND case_id = $2",
				[guild, rows[0]?.case_id, userId],
			);
			return rows[0]?.case_id;
		});
		const seen = async (asker: { token: string }, entry: string) =>
			entered(db, asker.token, entry, async (client) => {
				const { rows } = await client.query(
					"SELECT kind, actor_id, before ->> 'case_reason' AS was FROM case_events WHERE guild_id = $1 AND case_id = $2 ORDER BY id",
					[guild, caseId],
				);
				return rows;
			});
		expect(await seen(await makeAdmin(db, guild, 2), guild)).toEqual([
			{ kind: "created", actor_id: userId, was: null },
			{ kind: "edited", actor_id: userId, was: "rude" },
			{ kind: "voided", actor_id: userId, was: null },
		]);
		const other = await makeGuild(db);
		expect(await seen(await makeAdmin(db, other), other)).toEqual([]);
	});

	test("cannot be rewritten, not even by the bot", async () => {
		await expect(db.pool("guildhall_bot").query("DELETE FROM case_events")).rejects.toMatchObject({
			code: "42501",
		});
		await expect(
			db.pool("guildhall_bot").query("UPDATE case_events SET kind = 'edited'"),
		).rejects.toMatchObject({
			code: "42501",
		});
	});
});

describe("searching reasons", () => {
	const found = (token: string | null, entry: string | null, target: string, words: string) =>
		entered(db, token, entry, async (client) => {
			const { rows } = await client.query<{ id: string }>("SELECT app.search_cases($1, $2) AS id", [
				target,
				words,
			]);
			return rows.length;
		});

	test("answers level 2 of the guild, newest first, and nobody else", async () => {
		const own = await makeGuild(db);
		const bot = db.pool("guildhall_bot");
		for (const reason of ["posting scam links", "Scam in a direct message", "swearing"]) {
			await bot.query(insertCase, [own, reason, member]);
		}
		const helper = await makeAdmin(db, own, 2);
		expect(await found(helper.token, own, own, "scam")).toBe(2);
		expect(await found(helper.token, own, own, "scam -links")).toBe(1);

		const reader = await makeAdmin(db, own, 1);
		expect(await found(reader.token, own, own, "scam")).toBe(0);
		const stranger = await makeAdmin(db, guild);
		expect(await found(stranger.token, guild, own, "scam")).toBe(0);
		expect(await found(stranger.token, own, own, "scam")).toBe(0);
		expect(await found(null, own, own, "scam")).toBe(0);
	});
});
