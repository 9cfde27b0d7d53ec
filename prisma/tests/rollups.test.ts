import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { caseSteps } from "./case-steps";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild } from "./people";
import { differences, recounts } from "./recounts";
import { PEOPLE, seeded, workerSteps } from "./rollup-steps";

const STEPS = 240;

let db: TestDatabase;
let bot: pg.Pool;
let guilds: string[];

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});
beforeAll(async () => {
	bot = db.pool("guildhall_bot");
	guilds = [await makeGuild(db), await makeGuild(db)];
	await bot.query(
		"INSERT INTO discord_users (id, username) SELECT 5000000 + n, 'p' || n FROM generate_series(1, $1) n",
		[PEOPLE],
	);
	for (const [index, guild] of guilds.entries()) {
		await bot.query(
			`INSERT INTO discord_channels (id, guild_id, name, channel_type)
			SELECT 6000000 + $2 * 10 + n, $1, 'c' || n, 'guild_text' FROM generate_series(1, 3) n`,
			[guild, index],
		);
	}
});

describe("after random inserts, edits, soft deletes and deletes", () => {
	const random = seeded(20261121);
	const pick = (count: number) => Math.floor(random() * count);

	beforeAll(async () => {
		for (const steps of [workerSteps(bot, guilds), caseSteps(bot, guilds)])
			for (let step = 0; step < STEPS; step++) await steps[pick(steps.length)]?.(pick);
	});

	test("the tables are not empty", async () => {
		const { rows } = await bot.query<{ least: number }>(
			`SELECT least((SELECT count(*) FROM discord_messages), (SELECT count(*) FROM discord_command_executions),
				(SELECT count(*) FROM discord_guild_members), (SELECT count(*) FROM discord_voice_states),
				(SELECT count(*) FROM discord_message_reactions), (SELECT count(*) FROM discord_message_reaction_counts),
				(SELECT count(*) FROM rollup_cases WHERE lifted))::int AS least`,
		);
		expect(rows[0]?.least).toBeGreaterThan(0);
	});

	test.each(recounts)("$rollup equals a recount", async (recount) => {
		const { rows } = await db.pool("guildhall_owner").query(differences(recount));
		expect(rows).toEqual([]);
		const { rowCount } = await db.pool("guildhall_owner").query(recount.kept);
		expect(rowCount).toBeGreaterThan(0);
	});

	test("members at the end of the last day are those who have not left", async () => {
		const { rows } = await bot.query(
			`SELECT guild_id, members FROM (SELECT DISTINCT ON (guild_id) * FROM rollup_members_by_day ORDER BY guild_id, day DESC) d
			EXCEPT SELECT guild_id, count(*) FILTER (WHERE left_at IS NULL) FROM discord_guild_members GROUP BY 1`,
		);
		expect(rows).toEqual([]);
	});

	test("a guild takes its rollups with it", async () => {
		await bot.query("DELETE FROM discord_guilds WHERE id = $1", [guilds[1]]);
		for (const recount of recounts) {
			expect((await db.pool("guildhall_owner").query(differences(recount))).rows).toEqual([]);
			const left = await bot.query(`SELECT FROM ${recount.rollup} WHERE guild_id = $1`, [guilds[1]]);
			expect(left.rowCount).toBe(0);
		}
	});
});

describe("percentiles from buckets", () => {
	test("are at most 11.8 % off, for every time up to a quarter of an hour", async () => {
		const { rows } = await bot.query<{ worst: number }>(
			`SELECT max(abs(app.latency_of(app.latency_bucket(ms)) / ms - 1)) AS worst
			FROM generate_series(1, 900000, 7) AS ms`,
		);
		expect(rows[0]?.worst).toBeLessThanOrEqual(Math.sqrt(1.25) - 1 + 1e-9);
	});

	test("an unknown time has a bucket of its own", async () => {
		const { rows } = await bot.query("SELECT app.latency_bucket(NULL) AS bucket, app.latency_of(0) AS time");
		expect(rows).toEqual([{ bucket: 0, time: null }]);
	});
});

describe("active members", () => {
	const asked = (token: string, entry: string, guild: string) =>
		entered(db, token, entry, async (client) => {
			const { rows } = await client.query<{ active: number | null }>(
				"SELECT app.active_members($1, '2000-01-01', '2100-01-01') AS active",
				[guild],
			);
			return rows[0]?.active ?? null;
		});

	test("are counted once over any range, for whoever may enter", async () => {
		const [guild = ""] = guilds;
		const { token } = await makeAdmin(db, guild, 1);
		const { rows } = await bot.query<{ people: number }>(
			"SELECT count(DISTINCT author_id)::int AS people FROM discord_messages WHERE guild_id = $1 AND deleted_at IS NULL",
			[guild],
		);
		expect(await asked(token, guild, guild)).toBe(rows[0]?.people);
	});

	test("are nobody's to count from another guild", async () => {
		const [victim = ""] = guilds;
		const own = await makeGuild(db);
		const { token } = await makeAdmin(db, own);
		expect(await asked(token, own, victim)).toBeNull();
		expect(await asked(token, victim, victim)).toBeNull();
	});

	test("one member's activity needs level 5", async () => {
		const [guild = ""] = guilds;
		const seen = async (level: number) => {
			const { token } = await makeAdmin(db, guild, level);
			return entered(db, token, guild, async (client) => {
				const { rowCount } = await client.query("SELECT FROM rollup_member_daily WHERE guild_id = $1", [
					guild,
				]);
				return rowCount ?? 0;
			});
		};
		expect(await seen(4)).toBe(0);
		expect(await seen(5)).toBeGreaterThan(0);
	});
});
