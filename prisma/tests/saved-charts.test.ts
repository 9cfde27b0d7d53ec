import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { digest, entered, makeAdmin, makeGuild } from "./people";

type Person = { userId: string; token: string };

let db: TestDatabase;
let guild: string;
let author: Person;
let manager: Person;
let reader: Person;

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db);
	author = await makeAdmin(db, guild, 2);
	manager = await makeAdmin(db, guild, 5);
	reader = await makeAdmin(db, guild, 1);
});
afterAll(() => db.drop());

/** Runs a statement as a person and answers how many rows it touched; $1 is the guild. */
const as = (who: Person, text: string, values: unknown[] = [], where = guild) =>
	entered(db, who.token, where, async (client) => (await client.query(text, [where, ...values])).rowCount);

/** A chart of the author's. */
async function saved(shared: boolean): Promise<string> {
	const id = randomUUID();
	await as(
		author,
		"INSERT INTO saved_charts (guild_id, id, owner_id, name, definition, shared) VALUES ($1, $2, $3, 'Chart', '{}', $4)",
		[id, author.userId, shared],
	);
	return id;
}

const seen = (who: Person, id: string, where = guild) =>
	as(who, "SELECT FROM saved_charts WHERE guild_id = $1 AND id = $2", [id], where);
const renamed = (who: Person, id: string) =>
	as(who, "UPDATE saved_charts SET name = 'Other' WHERE guild_id = $1 AND id = $2", [id]);
const removed = (who: Person, id: string) =>
	as(who, "DELETE FROM saved_charts WHERE guild_id = $1 AND id = $2", [id]);
const pinned = (who: Person, id: string, position = 1) =>
	as(who, "INSERT INTO pinned_charts (guild_id, chart_id, position, pinned_by) VALUES ($1, $2, $3, $4)", [
		id,
		position,
		who.userId,
	]);

describe("a saved chart", () => {
	test("is for its owner alone until it is shared, and then for everybody of the guild", async () => {
		const own = await saved(false);
		expect(await Promise.all([author, manager, reader].map((who) => seen(who, own)))).toEqual([1, 0, 0]);
		const open = await saved(true);
		expect(await Promise.all([author, manager, reader].map((who) => seen(who, open)))).toEqual([1, 1, 1]);
		const other = await makeGuild(db);
		const stranger = await makeAdmin(db, other, 7);
		expect(await seen(stranger, open, other)).toBe(0);
		const text = "SELECT FROM saved_charts WHERE id = $2 AND guild_id <> $1";
		expect(await as(stranger, text, [open], other)).toBe(0);
	});

	test("is changed by its owner alone, and saved in nobody else's name", async () => {
		const open = await saved(true);
		expect(await renamed(manager, open)).toBe(0);
		expect(await renamed(author, open)).toBe(1);
		const forged = as(
			manager,
			"INSERT INTO saved_charts (guild_id, owner_id, name, definition) VALUES ($1, $2, 'x', '{}')",
			[author.userId],
		);
		await expect(forged).rejects.toMatchObject({ code: "42501" });
		const handedOver = as(author, "UPDATE saved_charts SET owner_id = $2 WHERE guild_id = $1", [
			manager.userId,
		]);
		await expect(handedOver).rejects.toMatchObject({ code: "42501" });
	});

	test("is nothing that an API token writes, which may have been made for reading", async () => {
		const [open, own] = [await saved(true), await saved(false)];
		const made = randomUUID();
		await db
			.pool("guildhall_owner")
			.query("INSERT INTO api_tokens (user_id, name, token_hash, max_level) VALUES ($1, 'r', $2, 1)", [
				author.userId,
				digest(made),
			]);
		const token = { userId: author.userId, token: made };
		expect([await seen(token, open), await seen(token, own)]).toEqual([1, 1]);
		expect([await renamed(token, open), await removed(token, own)]).toEqual([0, 0]);
		const text = "INSERT INTO saved_charts (guild_id, owner_id, name, definition) VALUES ($1, $2, 'x', '{}')";
		await expect(as(token, text, [author.userId])).rejects.toMatchObject({ code: "42501" });
	});

	test("is removed by its owner, or, where it is shared, by who manages the server", async () => {
		const own = await saved(false);
		const [first, second] = [await saved(true), await saved(true)];
		expect(await removed(manager, own)).toBe(0);
		expect(await removed(reader, first)).toBe(0);
		expect(await removed(manager, first)).toBe(1);
		expect(await removed(author, second)).toBe(1);
	});

	test("numbers its changes, those that change something", async () => {
		const id = await saved(false);
		await renamed(author, id);
		await renamed(author, id);
		const { rows } = await db
			.pool("guildhall_owner")
			.query("SELECT revision FROM saved_charts WHERE guild_id = $1 AND id = $2", [guild, id]);
		expect(rows).toEqual([{ revision: 2 }]);
	});

	test("is one of at most a hundred of a person, in each guild", async () => {
		const keen = await makeAdmin(db, guild, 1);
		const text = `INSERT INTO saved_charts (guild_id, owner_id, name, definition)
			SELECT $1, $2, 'n' || n, '{}' FROM generate_series(1, $3::int) n`;
		expect(await as(keen, text, [keen.userId, 100])).toBe(100);
		await expect(as(keen, text, [keen.userId, 1])).rejects.toMatchObject({ code: "GH001" });
		expect(await seen(author, await saved(false))).toBe(1);
	});

	test("is small", async () => {
		const huge = as(
			author,
			"INSERT INTO saved_charts (guild_id, owner_id, name, definition) VALUES ($1, $2, 'x', $3)",
			[author.userId, JSON.stringify({ command: "x".repeat(3000) })],
		);
		await expect(huge).rejects.toMatchObject({ code: "23514" });
	});
});

describe("the overview", () => {
	test("takes shared charts only, from those who manage the server, one a place", async () => {
		await expect(pinned(manager, await saved(false))).rejects.toMatchObject({ code: "23514" });
		const [first, second] = [await saved(true), await saved(true)];
		await expect(pinned(author, first)).rejects.toMatchObject({ code: "42501" });
		expect(await pinned(manager, first)).toBe(1);
		await expect(pinned(manager, second)).rejects.toMatchObject({ code: "23505" });
		await expect(pinned(manager, second, 5)).rejects.toMatchObject({ code: "23514" });
		expect(await as(reader, "SELECT FROM pinned_charts WHERE guild_id = $1")).toBe(1);
	});

	test("loses a chart that is no longer shared, or is removed", async () => {
		const [first, second] = [await saved(true), await saved(true)];
		await pinned(manager, first, 2);
		await pinned(manager, second, 3);
		await as(author, "UPDATE saved_charts SET shared = false WHERE guild_id = $1 AND id = $2", [first]);
		await removed(author, second);
		const left = "SELECT FROM pinned_charts WHERE guild_id = $1 AND chart_id = ANY($2)";
		expect(await as(reader, left, [[first, second]])).toBe(0);
	});

	test("loses a chart that says something else than when it was pinned, unless a manager says it", async () => {
		const shown = async (id: string) =>
			(await as(reader, "SELECT FROM pinned_charts WHERE guild_id = $1 AND chart_id = $2", [id])) === 1;
		const [renamedOne, sameOne] = [await saved(true), await saved(true)];
		await pinned(manager, renamedOne, 2);
		await pinned(manager, sameOne, 3);
		await as(author, "UPDATE saved_charts SET name = 'Chart' WHERE guild_id = $1 AND id = $2", [sameOne]);
		await renamed(author, renamedOne);
		expect([await shown(renamedOne), await shown(sameOne)]).toEqual([false, true]);
		const question = `UPDATE saved_charts SET definition = '{"measure":"joins"}' WHERE guild_id = $1 AND id = $2`;
		await as(author, question, [sameOne]);
		expect(await shown(sameOne)).toBe(false);
		const own = randomUUID();
		await as(
			manager,
			"INSERT INTO saved_charts (guild_id, id, owner_id, name, definition, shared) VALUES ($1, $2, $3, 'Own', '{}', true)",
			[own, manager.userId],
		);
		await pinned(manager, own, 4);
		await renamed(manager, own);
		expect(await shown(own)).toBe(true);
	});

	test("tells the change log that there is a chart, not what it asks", async () => {
		const { rows } = await db
			.pool("guildhall_owner")
			.query<{ after: Record<string, unknown> }>(
				"SELECT after FROM dashboard_changes WHERE guild_id = $1 AND table_name = 'saved_charts' AND operation = 'insert'",
				[guild],
			);
		expect(rows.length).toBeGreaterThan(3);
		for (const { after } of rows) expect([after.name, after.definition]).not.toEqual(["Chart", {}]);
	});

	test("and all of it is in the change log", async () => {
		const { rows } = await db
			.pool("guildhall_owner")
			.query<{ what: string }>(
				"SELECT DISTINCT table_name || ' ' || operation AS what FROM dashboard_changes WHERE guild_id = $1 ORDER BY 1",
				[guild],
			);
		expect(rows.map(({ what }) => what)).toEqual([
			"pinned_charts delete",
			"pinned_charts insert",
			"saved_charts delete",
			"saved_charts insert",
			"saved_charts update",
		]);
	});
});
