import { once } from "node:events";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { isTimeZone } from "@/lib/time-zone";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild, newId } from "./people";

let db: TestDatabase;

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});

type Saved = { revision: number };

/** A guild with settings at revision 1 and somebody who may change them. */
async function configured() {
	const guild = await makeGuild(db);
	const { token, userId } = await makeAdmin(db, guild, 5);
	await db
		.pool("guildhall_bot")
		.query("INSERT INTO guild_config (guild_id, prefix) VALUES ($1, '!')", [guild]);
	const save = (assignments: string, revision: number, note = "") =>
		entered(db, token, guild, async (client) => {
			await client.query("SELECT set_config('app.note', $1, true)", [note]);
			const { rows } = await client.query<Saved>(
				`UPDATE guild_config SET ${assignments} WHERE guild_id = $1 AND revision = $2 RETURNING revision`,
				[guild, revision],
			);
			return rows[0]?.revision;
		});
	return { guild, userId, save };
}

describe("a save of the settings", () => {
	test("names a time zone that the database knows", async () => {
		const { save } = await configured();
		expect(await save("time_zone = 'Asia/Kathmandu'", 1)).toBe(2);
		await expect(save("time_zone = 'Mars/Olympus'", 2)).rejects.toMatchObject({
			code: "23514",
			column: "time_zone",
		});
	});

	test.each(["CEST", "UTC+3", "+01:00", "-03", "posix/Europe/Berlin", "Factory", ""])(
		"names no time zone by '%s', which pages read otherwise or not at all",
		async (zone) => {
			const { save } = await configured();
			await expect(save(`time_zone = '${zone}'`, 1)).rejects.toMatchObject({
				code: "23514",
				column: "time_zone",
			});
		},
	);

	test("may name no zone that this runtime does not know", async () => {
		const { rows } = await db
			.pool("guildhall_web")
			.query<{ name: string }>("SELECT name FROM pg_timezone_names WHERE app.is_time_zone(name)");
		expect(rows.length).toBeGreaterThan(400);
		expect(rows.filter(({ name }) => !isTimeZone(name))).toEqual([]);
	});

	test("is a revision with its author, its note and what changed; ids are strings", async () => {
		const { guild, userId, save } = await configured();
		const channel = newId();
		expect(
			await save(`prefix = '?', mod_log_id = ${channel}, channels = '{${channel}}'`, 1, "new prefix"),
		).toBe(2);
		const { rows } = await db
			.pool("guildhall_bot")
			.query(
				"SELECT author, before, after, note FROM guild_config_revisions WHERE guild_id = $1 AND revision = 2",
				[guild],
			);
		expect(rows).toEqual([
			{
				author: userId,
				before: { prefix: "!", mod_log_id: null, channels: [] },
				after: { prefix: "?", mod_log_id: channel, channels: [channel] },
				note: "new prefix",
			},
		]);
	});

	test("that was read before another one changes nothing", async () => {
		const { save } = await configured();
		expect(await save("prefix = '$'", 1)).toBe(2);
		expect(await save("prefix = '#'", 1)).toBeUndefined();
	});

	test("that changes nothing is no revision, and the number is not the writer's to choose", async () => {
		const { guild, save } = await configured();
		expect(await save("prefix = '!'", 1)).toBe(1);
		expect(await save("prefix = '+', revision = 90", 1)).toBe(2);
		const { rowCount } = await db
			.pool("guildhall_bot")
			.query("SELECT FROM guild_config_revisions WHERE guild_id = $1", [guild]);
		expect(rowCount).toBe(2);
	});

	test("leaves a history that nobody may rewrite", async () => {
		const rewrite = db.pool("guildhall_bot").query("UPDATE guild_config_revisions SET note = 'x'");
		await expect(rewrite).rejects.toMatchObject({ code: "42501" });
	});
});

describe("the bot", () => {
	test("is told of a save, with the configuration if it fits", async () => {
		const { guild, save } = await configured();
		const listener = new pg.Client({ connectionString: db.urls.guildhall_bot });
		await listener.connect();
		await listener.query("LISTEN server_config_changed");
		const told = async (assignments: string, revision: number) => {
			const message = once(listener, "notification");
			await save(assignments, revision);
			const [{ payload = "" }] = (await message) as [pg.Notification];
			return payload;
		};
		const small = await told("prefix = '%'", 1);
		expect(small).toContain(`"server_id": ${guild}`);
		expect(JSON.parse(small)).toMatchObject({ revision: 2, config: { prefix: "%", enabled: false } });
		const large = await told("system_prompt = repeat('ü', 7000)", 2);
		expect(large).toBe(`{"revision": 3, "server_id": ${guild}}`);
		await listener.end();
	});
});

describe("searching the knowledge base", () => {
	test("answers helpers of the server with an excerpt, and nobody else", async () => {
		const guild = await makeGuild(db);
		await db
			.pool("guildhall_bot")
			.query(
				"INSERT INTO knowledge_documents (server_id, title, content, file_type) VALUES ($1, 'Refunds', $2, 'md')",
				[guild, "We answer questions about refunds within two days."],
			);
		const found = async (level: number, entry = guild) => {
			const { token } = await makeAdmin(db, entry, level);
			return entered(db, token, entry, async (client) => {
				const { rows } = await client.query<{ excerpt: string }>(
					"SELECT excerpt FROM app.search_knowledge($1, 'refund')",
					[guild],
				);
				return rows.map((row) => row.excerpt);
			});
		};
		expect(await found(2)).toEqual([expect.stringContaining("\u0002refunds\u0003")]);
		expect(await found(1)).toEqual([]);
		expect(await found(7, await makeGuild(db))).toEqual([]);
	});
});

describe("the plan of a server", () => {
	test("follows its subscription, where the bot can read it", async () => {
		const guild = await makeGuild(db);
		const owner = db.pool("guildhall_owner");
		const plan = await owner.query<{ id: string }>(
			"INSERT INTO billing_plans (name, price, interval) VALUES ('Pro', 5, 'monthly') RETURNING id",
		);
		const planOfServer = async () =>
			(await db.pool("guildhall_bot").query("SELECT plan_id FROM servers WHERE id = $1", [guild])).rows;
		await owner.query(
			`INSERT INTO subscriptions (server_id, plan_id, status, current_period_start, current_period_end)
			VALUES ($1, $2, 'active', now(), now() + interval '1 month')`,
			[guild, plan.rows[0]?.id],
		);
		expect(await planOfServer()).toEqual([{ plan_id: plan.rows[0]?.id }]);
		await owner.query(
			"UPDATE subscriptions SET status = 'canceled', canceled_at = now() WHERE server_id = $1",
			[guild],
		);
		expect(await planOfServer()).toEqual([{ plan_id: null }]);
		await expect(db.pool("guildhall_bot").query("SELECT FROM subscriptions")).rejects.toMatchObject({
			code: "42501",
		});
	});
});
