import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { searchResults } from "@/lib/guilds/schema";
import { searchGuild } from "@/lib/guilds/search";
import { type TestDatabase, testDatabase } from "./database";
import { inScope } from "./guild-scope";
import { entered, makeAdmin, makeGuild, newId } from "./people";

let db: TestDatabase;
let mine: string;
let theirs: string;
let moderator: { userId: string; token: string };
const messages: Record<string, string> = {};

beforeAll(async () => {
	db = await testDatabase();
	mine = await makeGuild(db, "Mine");
	theirs = await makeGuild(db, "Theirs");
	moderator = await makeAdmin(db, mine, 3);
	await fill(mine, "mine");
	await fill(theirs, "theirs");
});
afterAll(() => db.drop());

const bot = (text: string, parameters: unknown[] = []) => db.pool("guildhall_bot").query(text, parameters);

/** A channel, two members and a few messages over three years, the oldest in the default partition. */
async function fill(guildId: string, name: string) {
	const [channel, zoe, adam] = [newId(), newId(), newId()];
	await bot(
		"INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES ($1, $2, 'general', 'guild_text')",
		[channel, guildId],
	);
	await bot(
		"INSERT INTO discord_users (id, username, global_name) VALUES ($1, $3, 'Zoë 100%'), ($2, $4, NULL)",
		[zoe, adam, `zoe_${name}`, `adam_${name}`],
	);
	await bot(
		"INSERT INTO discord_guild_members (guild_id, user_id, nick, joined_at, left_at) VALUES ($1, $2, 'Captain', now(), NULL), ($1, $3, NULL, now(), now())",
		[guildId, zoe, adam],
	);
	const say = async (key: string, ago: string, author: string, content: string) => {
		const { rows } = await bot(
			`INSERT INTO discord_messages (id, channel_id, author_id, content, timestamp)
			VALUES (app.snowflake_at(now() - $1::interval, (random() * 4000000)::bigint), $2, $3, $4, now() - $1::interval) RETURNING id`,
			[ago, channel, author, content],
		);
		messages[`${name} ${key}`] = rows[0].id;
	};
	await say("old", "3 years", zoe, "the lighthouse keeper");
	await say("middle", "5 months", adam, "a lighthouse, see https://example.org");
	await say("new", "1 day", zoe, "lighthouse lamps at night");
	await say("gone", "1 day", zoe, "lighthouse that was deleted");
	await bot("UPDATE discord_messages SET deleted_at = now() WHERE id = $1", [messages[`${name} gone`]]);
	await bot(
		"INSERT INTO discord_message_mentions (message_id, mention_type, target_id) VALUES ($1, 'user', $2)",
		[messages[`${name} new`], adam],
	);
	messages[`${name} zoe`] = zoe;
	messages[`${name} adam`] = adam;
}

const found = (keys: string[]) => keys.map((key) => messages[`mine ${key}`] ?? "");

async function search(text: string | null, filters: object = {}, guild = mine, token = moderator.token) {
	return entered(db, token, mine, async (client) => {
		const { rows } = await client.query<{ id: string }>("SELECT id FROM app.search_messages($1, $2, $3)", [
			guild,
			text,
			filters,
		]);
		return rows.map((row) => row.id);
	});
}

describe("searching messages", () => {
	test("finds words over all partitions, newest first, without the deleted", async () => {
		expect(await search("lighthouse")).toEqual(found(["new", "middle", "old"]));
		expect(await search('"lighthouse keeper"')).toEqual(found(["old"]));
		expect(await search("lighthouse -keeper -lamps")).toEqual(found(["middle"]));
		expect(await search("lighthouse", { deleted: true })).toHaveLength(4);
		expect(await search("")).toEqual([]);
	});

	test("filters by author, mention and what a message has", async () => {
		expect(await search("lighthouse", { author: messages["mine adam"] })).toEqual(found(["middle"]));
		expect(await search(null, { mentions: messages["mine adam"] })).toEqual(found(["new"]));
		expect(await search(null, { has: ["link"] })).toEqual(found(["middle"]));
		expect(await search(null, { has: ["attachment"] })).toEqual([]);
		expect(await search(null, { has: ["nonsense"] })).toEqual([]);
	});

	test("pages by id", async () => {
		const page = await entered(db, moderator.token, mine, (client) =>
			client.query("SELECT id FROM app.search_messages($1, 'lighthouse', '{}', $2, NULL, 1)", [
				mine,
				messages["mine new"],
			]),
		);
		expect(page.rows).toEqual([{ id: messages["mine middle"] }]);
	});

	test("answers nothing about another guild, below level 3, or without a session", async () => {
		expect(await search("lighthouse", {}, theirs)).toEqual([]);
		const helper = await makeAdmin(db, mine, 2);
		expect(await search("lighthouse", {}, mine, helper.token)).toEqual([]);
		expect(await search("lighthouse", {}, mine, "made-up")).toEqual([]);
	});

	test("takes hostile filters as values or refuses them", async () => {
		await expect(search("x", { author: "1 OR true" })).rejects.toMatchObject({ code: "22P02" });
		expect(await search("nothing') UNION SELECT 1 --")).toEqual([]);
	});
});

describe("searching members", () => {
	async function people(text: string, guild = mine, withLeft = false, token = moderator.token) {
		return entered(db, token, mine, async (client) => {
			const { rows } = await client.query<{ user_id: string }>(
				"SELECT user_id FROM app.search_members($1, $2, 50, $3)",
				[guild, text, withLeft],
			);
			return rows.map((row) => row.user_id);
		});
	}

	test("finds nick, global name, username and id; a short text only the start of the shown name", async () => {
		for (const text of ["captain", "APTAI", "zoë", "zoe_mine", "100%", "ca", ...found(["zoe"])]) {
			expect(await people(text), text).toEqual(found(["zoe"]));
		}
		expect(await people("ap")).toEqual([]);
		expect(await people("%%%")).toEqual([]);
	});

	test("hides those who left unless asked", async () => {
		expect(await people("adam")).toEqual([]);
		expect(await people("adam", mine, true)).toEqual(found(["adam"]));
	});

	test("follows a change of name", async () => {
		await bot("UPDATE discord_users SET global_name = 'Renamed' WHERE id = $1", [messages["mine zoe"]]);
		expect(await people("renamed")).toEqual(found(["zoe"]));
	});

	test("answers nothing about another guild or without a session", async () => {
		expect(await people("captain", theirs)).toEqual([]);
		expect(await people("captain", mine, false, "made-up")).toEqual([]);
	});
});

test("what the palette asks for has channels with the text name of their type, and only this guild's", async () => {
	const found = await inScope(db, mine, { ...moderator, level: 3 }, (scope) => searchGuild(scope, "#gener"));
	expect(searchResults.parse(found).channels).toEqual([
		{ id: expect.any(String), name: "general", type: "guild_text" },
	]);
});
