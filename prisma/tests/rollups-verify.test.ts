import { spawnSync } from "node:child_process";
import path from "node:path";
import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { type Verdict, verifyGuild } from "@/scripts/rollups/verify";
import { caseSteps } from "./case-steps";
import { type TestDatabase, testDatabase } from "./database";
import { makeGuild } from "./people";
import { recounts } from "./recounts";
import { PEOPLE, seeded, workerSteps } from "./rollup-steps";

const STEPS = 160;

let db: TestDatabase;
let guild: string;

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});
beforeAll(async () => {
	const bot = db.pool("guildhall_bot");
	const guilds = [await makeGuild(db), await makeGuild(db)];
	[guild = ""] = guilds;
	await bot.query(
		"INSERT INTO discord_users (id, username) SELECT 5000000 + n, 'p' || n FROM generate_series(1, $1) n",
		[PEOPLE],
	);
	await bot.query(
		`INSERT INTO discord_channels (id, guild_id, name, channel_type)
		SELECT 6000000 + (g.place - 1) * 10 + n, g.id, 'c' || n, 'guild_text'
		FROM unnest($1::bigint[]) WITH ORDINALITY AS g (id, place), generate_series(1, 3) n`,
		[guilds],
	);
	const random = seeded(41);
	const pick = (count: number) => Math.floor(random() * count);
	for (const steps of [workerSteps(bot, guilds), caseSteps(bot, guilds)])
		for (let step = 0; step < STEPS; step++) await steps[step % steps.length]?.(pick);
});

type Found = Verdict & { rollups: string[] };

/** Verifies the guild in a transaction that is rolled back, after `before`. */
async function verified(
	before: (client: pg.ClientBase) => Promise<unknown>,
	days: { from?: string; to?: string } = {},
): Promise<Found> {
	const client = await db.pool("guildhall_owner").connect();
	try {
		await client.query("BEGIN");
		await before(client);
		const rollups: string[] = [];
		const verdict = await verifyGuild(
			client,
			{ guildId: guild, from: days.from, to: days.to },
			{ comparing() {}, differs: (rollup) => rollups.push(rollup) },
		);
		return { ...verdict, rollups: [...new Set(rollups)] };
	} finally {
		await client.query("ROLLBACK");
		client.release();
	}
}

test("every rollup is recounted", async () => {
	const { rows } = await db
		.pool("guildhall_owner")
		.query<{ name: string }>(
			"SELECT relname AS name FROM pg_class WHERE relname LIKE 'rollup%' AND relkind = 'r'",
		);
	expect(new Set(recounts.map(({ rollup }) => rollup))).toEqual(new Set(rows.map(({ name }) => name)));
});

test("finds nothing where nothing was tampered with", async () => {
	const { compared, differences, days } = await verified(async () => undefined);
	expect({ differences, months: days !== null }).toEqual({ differences: 0, months: true });
	expect(compared).toBeGreaterThan(200);
});

describe("one row that was tampered with", () => {
	const one = (table: string) =>
		`ctid = (SELECT ctid FROM ${table} WHERE guild_id = $1 ORDER BY ctid LIMIT 1)`;

	test.each([
		["rollup_messages_hourly", "replies = replies + 1"],
		["rollup_channel_daily", "messages = messages + 1"],
		["rollup_channel_monthly", "messages = messages + 1"],
		["rollup_member_daily", "messages = messages + 1"],
		["rollup_member_monthly", "messages = messages + 1"],
		["rollup_member_ordinals", "ordinal = ordinal + 1000"],
		["rollup_member_ordinals", "joined = '2001-01-01'"],
		["rollup_active_members", "members = members # set_bit(0::bit(4096), 0, 1)"],
		["rollup_active_weekly", "members = members # set_bit(0::bit(4096), 0, 1)"],
		["rollup_command_hourly", "response_ms = response_ms + 1"],
		["rollup_executions_hourly", "errors = errors + 1"],
		["rollup_command_channel_daily", "errors = errors + 1"],
		["rollup_command_daily", "executions = executions + 1"],
		["rollup_command_monthly", "errors = errors + 1"],
		["rollup_latency_daily", "executions = executions + 1"],
		["rollup_command_latency_daily", "errors = errors + 1"],
		["rollup_command_latency_monthly", "executions = executions + 1"],
		["rollup_membership_daily", "leaves = leaves + 1"],
		["rollup_voice_daily", "seconds = seconds + 1"],
		["rollup_voice_hourly", "rise = rise + 1"],
		["rollup_voice_hourly", "change = change + 1"],
		["rollup_voice_members", "seconds = seconds + 1"],
		["rollup_reactions_hourly", "reactions = reactions + 1"],
		["rollup_cohorts", "begun = begun + 1"],
		["rollup_cases", "lifted = NOT lifted"],
		["rollup_cases_daily", "cases = cases + 1"],
		["rollup_cases_monthly", "voided = voided + 1"],
		["rollup_open_cases_hourly", "change = change + 1"],
		["rollup_open_cases_daily", "change = change + 1"],
	])("of %s is found (%s)", async (table, change) => {
		const { rollups, differences } = await verified((client) =>
			client.query(`UPDATE ${table} SET ${change} WHERE ${one(table)}`, [guild]),
		);
		expect(rollups).toContain(table);
		expect(differences).toBeGreaterThan(0);
	});

	test("and one that is missing", async () => {
		const { rollups } = await verified((client) =>
			client.query(`DELETE FROM rollup_channel_daily WHERE ${one("rollup_channel_daily")}`, [guild]),
		);
		expect(rollups).toEqual(["rollup_channel_daily"]);
	});

	test("is found in its days and in no others", async () => {
		const { rows } = await db
			.pool("guildhall_owner")
			.query<{ day: string; before: string }>(
				"SELECT max(day)::text AS day, (max(day) - 1)::text AS before FROM rollup_channel_daily WHERE guild_id = $1",
				[guild],
			);
		const { day = "", before = "" } = rows[0] ?? {};
		const tamper = (client: pg.ClientBase) =>
			client.query(
				"UPDATE rollup_channel_daily SET messages = messages + 5 WHERE guild_id = $1 AND day = $2",
				[guild, day],
			);
		expect((await verified(tamper, { from: day, to: day })).rollups).toEqual(["rollup_channel_daily"]);
		expect((await verified(tamper, { to: before })).differences).toBe(0);
	});
});

test("a row whose id tells another time than its own is counted at its own", async () => {
	const { differences } = await verified((client) =>
		client.query(
			`UPDATE discord_messages SET timestamp = timestamp - interval '400 days'
			WHERE guild_id = $1 AND id IN (SELECT id FROM discord_messages WHERE guild_id = $1 ORDER BY id LIMIT 5)`,
			[guild],
		),
	);
	expect(differences).toBe(0);
});

test("an archived month is left out, and said to be, and what follows is still compared", async () => {
	const archive = async (client: pg.ClientBase) => {
		await client.query("SELECT app.ensure_month_partitions('discord_messages', '2020-03-01', '2020-03-01')");
		await client.query(
			`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp)
			SELECT app.snowflake_at(t.at) + n, $1, 6000001, 5000001 + n % 3, t.at
			FROM generate_series(1, 50) n, LATERAL (SELECT timestamptz '2020-03-09Z' + n * interval '5 hours' AS at) t`,
			[guild],
		);
		await client.query("ALTER TABLE discord_messages DETACH PARTITION discord_messages_y2020m03");
	};
	const untouched = await verified(archive);
	expect(untouched).toMatchObject({ archived: { messages: "2020-03-31", executions: null }, differences: 0 });
	expect(untouched.compared).toBeGreaterThan(200);
	const { rollups } = await verified(async (client) => {
		await archive(client);
		await client.query(
			`UPDATE rollup_channel_daily SET messages = messages + 1
			WHERE guild_id = $1 AND day = (SELECT max(day) FROM rollup_channel_daily WHERE guild_id = $1)`,
			[guild],
		);
	});
	expect(rollups).toEqual(["rollup_channel_daily"]);
});

test("an archived month of executions leaves messages before it compared", async () => {
	const { rollups, archived } = await verified(async (client) => {
		await client.query(
			"SELECT app.ensure_month_partitions('discord_command_executions', '2031-03-01', '2031-03-01')",
		);
		await client.query(
			`INSERT INTO discord_command_executions (id, guild_id, user_id, application_id, interaction_type, command_name, executed_at)
			SELECT app.snowflake_at(t.at) + n, $1, 5000001, 5000003, 'application_command', 'c' || n % 3, t.at
			FROM generate_series(1, 50) n, LATERAL (SELECT timestamptz '2031-03-09Z' + n * interval '5 hours' AS at) t`,
			[guild],
		);
		await client.query(
			"ALTER TABLE discord_command_executions DETACH PARTITION discord_command_executions_y2031m03",
		);
		await client.query(`UPDATE rollup_messages_hourly SET messages = messages + 1
			WHERE guild_id = ${guild} AND hour = (SELECT max(hour) FROM rollup_messages_hourly WHERE guild_id = ${guild})`);
	});
	expect({ rollups, archived }).toEqual({
		rollups: ["rollup_messages_hourly"],
		archived: { messages: null, executions: "2031-03-31" },
	});
});

test.each([
	["messages", "rollup_messages_hourly (guild_id, hour, messages)"],
	["executions", "rollup_executions_hourly (guild_id, hour, executions)"],
])("a false row of %s where nothing was ever written is no archived month", async (_, columns) => {
	const { archived, rollups } = await verified((client) =>
		client.query(`INSERT INTO ${columns} VALUES ($1, '2030-01-01', 5)`, [guild]),
	);
	expect(archived).toEqual({ messages: null, executions: null });
	expect(rollups).toEqual([columns.split(" ")[0]]);
});

describe("npm run rollups:verify", () => {
	const run = (...args: string[]) =>
		spawnSync(
			process.execPath,
			["--import", "tsx", path.resolve(import.meta.dirname, "../../scripts/rollups-verify.ts"), ...args],
			{
				encoding: "utf8",
				env: {
					NODE_ENV: "test",
					DATABASE_OWNER_URL: db.urls.guildhall_owner,
					DATABASE_WEB_URL: db.urls.guildhall_web,
					DATABASE_AUTH_URL: db.urls.guildhall_auth,
					DATABASE_BOT_URL: db.urls.guildhall_bot,
				},
			},
		);

	test("ends with 0 and says how many rows it compared", () => {
		const { status, stdout } = run();
		expect({ status, stdout }).toEqual({
			status: 0,
			stdout: expect.stringMatching(/No differences in \d{3,} rows\.\n$/),
		});
	});

	test("ends with 2 and names the row that differs", async () => {
		const owner = db.pool("guildhall_owner");
		const change = (by: number) =>
			owner.query("UPDATE rollup_voice_hourly SET sessions = sessions + $2 WHERE guild_id = $1", [guild, by]);
		await change(7);
		const { status, stdout } = run("--guild", guild);
		await change(-7);
		expect(status).toBe(2);
		expect(stdout).toMatch(
			new RegExp(
				`^rollup_voice_hourly {2}${guild} .*kept: sessions \\d+ seconds \\d+ peak \\d+ {2}counted: sessions`,
				"m",
			),
		);
	});

	test("ends with 1 when it cannot count", () => {
		expect(run("--guild", "12").status).toBe(1);
		expect(run("--guild", "9999999999999999999")).toMatchObject({
			status: 1,
			stderr: expect.stringMatching(
				/^\n9999999999999999999 is not a guild's id\. .*without --guild, all are read\.\n$/,
			),
		});
		expect(run("--from", "2026-02-30").stderr).toContain("2026-02-30 is not a date");
	});
});
