import { beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild } from "./people";

let db: TestDatabase;

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});

type Revision = { revision: number; author: string | null; before: unknown; after: unknown };

/** A guild, somebody who may change its dynamic keys, and its revisions so far. */
async function made() {
	const guild = await makeGuild(db);
	const { token, userId } = await makeAdmin(db, guild, 5);
	const run = (text: string, ...values: unknown[]) =>
		entered(db, token, guild, (client) => client.query(text, [guild, ...values]));
	const revisions = async () => {
		const { rows } = await db
			.pool("guildhall_bot")
			.query<Revision>(
				"SELECT revision, author, before, after FROM guild_config_revisions WHERE guild_id = $1 ORDER BY revision",
				[guild],
			);
		return rows;
	};
	return { guild, userId, run, revisions };
}

const insert = "INSERT INTO guild_dynamic_config (guild_id, key, value) VALUES ($1, 'jam.theme', $2)";
const entry = (json: string) => ({ "dynamic:jam.theme": { json, description: null } });
const none = { "dynamic:jam.theme": null };

test("every change of a dynamic key is a revision with its author, the value as text", async () => {
	const { userId, run, revisions } = await made();
	await run(insert, "[902114735018344448]");
	await run("UPDATE guild_dynamic_config SET value = 'null' WHERE guild_id = $1");
	await run("DELETE FROM guild_dynamic_config WHERE guild_id = $1");
	expect((await revisions()).slice(1)).toEqual([
		{ revision: 2, author: userId, before: none, after: entry("[902114735018344448]") },
		{ revision: 3, author: userId, before: entry("[902114735018344448]"), after: entry("null") },
		{ revision: 4, author: userId, before: entry("null"), after: none },
	]);
});

test("a change that changes nothing is no revision", async () => {
	const { run, revisions } = await made();
	await run(insert, '{"a": 1}');
	await run("UPDATE guild_dynamic_config SET value = '{\"a\":1}', updated_by = 5000000 WHERE guild_id = $1");
	expect(await revisions()).toHaveLength(2);
});

test("settings and keys count the same revisions, and nobody raises them by hand", async () => {
	const { run, revisions } = await made();
	await run(insert, "true");
	await run("UPDATE guild_config SET prefix = '?' WHERE guild_id = $1");
	await run("UPDATE guild_config SET keys_revision = 90 WHERE guild_id = $1");
	expect((await revisions()).map(({ revision, after }) => [revision, after]).slice(1)).toEqual([
		[2, entry("true")],
		[3, { prefix: "?" }],
	]);
});

test("a server takes its keys with it", async () => {
	const { guild, run } = await made();
	await run(insert, "1");
	await db.pool("guildhall_owner").query("DELETE FROM discord_guilds WHERE id = $1", [guild]);
	const { rowCount } = await db
		.pool("guildhall_bot")
		.query("SELECT FROM guild_config_revisions WHERE guild_id = $1", [guild]);
	expect(rowCount).toBe(0);
});
