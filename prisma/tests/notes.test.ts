import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild, makePerson } from "./people";

let db: TestDatabase;
let guild: string;

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db);
});
afterAll(() => db.drop());

const write = (token: string, author: string, member: string) =>
	entered(db, token, guild, (client) =>
		client.query(
			`INSERT INTO notes (guild_id, note_number, note_content, note_moderator_id, note_user_id)
			VALUES ($1, 0, 'Asked twice', $2, $3)`,
			[guild, author, member],
		),
	);

const change = (token: string, set: string) =>
	entered(db, token, guild, async (client) => (await client.query(`UPDATE notes SET ${set}`)).rowCount);

describe("a note", () => {
	test("is changed and removed by whoever wrote it, and by nobody else", async () => {
		const author = await makeAdmin(db, guild, 2);
		const owner = await makeAdmin(db, guild, 7);
		await write(author.token, author.userId, await makePerson(db));
		expect(await change(owner.token, "note_content = 'Never asked'")).toBe(0);
		expect(await change(owner.token, "is_deleted = true")).toBe(0);
		expect(await change(author.token, "note_content = 'Asked three times'")).toBe(1);
	});

	test("is written in nobody else's name", async () => {
		const helper = await makeAdmin(db, guild, 2);
		const other = await makeAdmin(db, guild, 2);
		const member = await makePerson(db);
		const refused = { code: "42501" };
		await expect(write(helper.token, other.userId, member)).rejects.toMatchObject(refused);
		await write(helper.token, helper.userId, member);
		const handOver = change(helper.token, `note_moderator_id = ${other.userId}`);
		await expect(handOver).rejects.toMatchObject(refused);
	});
});
