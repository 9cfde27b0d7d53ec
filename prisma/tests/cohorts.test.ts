import { beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild } from "./people";

const PEOPLE = 90;

let db: TestDatabase;
let guild: string;
let token: string;
let reader: string;

type Cohort = { cohort: string; size: number; active: (number | null)[]; ended: number; days: number };
type Funnel = {
	joined: number | null;
	wrote: number | null;
	two_weeks_ago: number | null;
	active_week_two: number | null;
};

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});
beforeAll(async () => {
	guild = await makeGuild(db);
	({ token } = await makeAdmin(db, guild, 3));
	({ token: reader } = await makeAdmin(db, guild, 1));
	const bot = db.pool("guildhall_bot");
	await bot.query(
		"INSERT INTO discord_users (id, username) SELECT 5000000 + n, 'p' || n FROM generate_series(1, $1) n",
		[PEOPLE],
	);
	await bot.query(
		"INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES (6000001, $1, 'c', 'guild_text')",
		[guild],
	);
	const join = (divisor: number, days: string) =>
		bot.query(
			`INSERT INTO discord_guild_members (guild_id, user_id, joined_at)
			SELECT $1, 5000000 + n, now() - ${days} FROM generate_series(1, $2::int) n WHERE n % $3 = 0
			ON CONFLICT (guild_id, user_id) DO UPDATE SET joined_at = excluded.joined_at, left_at = NULL`,
			[guild, PEOPLE, divisor],
		);
	// Some join before they are heard, some after, some come back later, and some leave.
	await join(2, "(n % 60) * interval '31 hours'");
	await bot.query(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp)
		SELECT app.snowflake_at(t.at) + n, $1, 6000001, 5000001 + (n * 7919) % $2, t.at
		FROM generate_series(1, 900) n, LATERAL (SELECT now() - n * interval '2 hours 7 minutes' AS at) t`,
		[guild, PEOPLE],
	);
	await join(1, "(n % 50) * interval '37 hours'");
	await join(7, "(n % 9) * interval '29 hours'");
	await bot.query("UPDATE discord_guild_members SET left_at = now() WHERE user_id % 5 = 0");
	await bot.query("DELETE FROM discord_guild_members WHERE user_id % 17 = 0");
	await bot.query("UPDATE discord_messages SET deleted_at = now() WHERE id % 6 = 1");
	await bot.query("DELETE FROM discord_messages WHERE id % 9 = 2");
	// One is in their second week, and has written in it.
	await bot.query("INSERT INTO discord_users (id, username) VALUES (5000999, 'second week')");
	await bot.query(
		"INSERT INTO discord_guild_members (guild_id, user_id, joined_at) VALUES ($1, 5000999, now() - interval '8 days')",
		[guild],
	);
	await bot.query(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp)
		SELECT app.snowflake_at(t.at), $1, 6000001, 5000999, t.at FROM (SELECT now() - interval '1 day' AS at) t`,
		[guild],
	);
});

const counted = async <T>(text: string): Promise<T[]> =>
	(await db.pool("guildhall_owner").query(text, [guild])).rows as T[];

/** Members with their dates of joining, and the dates on which they wrote from then on. */
const newcomers = `
	SELECT m.user_id, (m.joined_at AT TIME ZONE 'UTC')::date AS joined, w.day
	FROM discord_guild_members m LEFT JOIN LATERAL (
		SELECT DISTINCT (d.timestamp AT TIME ZONE 'UTC')::date AS day FROM discord_messages d
		WHERE d.guild_id = m.guild_id AND d.author_id = m.user_id AND d.deleted_at IS NULL
			AND (d.timestamp AT TIME ZONE 'UTC')::date >= (m.joined_at AT TIME ZONE 'UTC')::date) w ON true
	WHERE m.guild_id = $1`;

const retention = (as: string, entry: string, of: string) =>
	entered(db, as, entry, async (client) => {
		const { rows } = await client.query<Cohort>(
			`SELECT cohort::text, size, active, ended, now()::date - cohort AS days
			FROM app.retention($1, (now() - interval '80 days')::date, now()::date)`,
			[of],
		);
		return rows;
	});

const funnel = (as: string, entry: string, of: string) =>
	entered(db, as, entry, async (client) => {
		const { rows } = await client.query<Funnel>(
			"SELECT * FROM app.funnel($1, (now() - interval '40 days')::date, (now() - interval '3 days')::date)",
			[of],
		);
		return rows[0];
	});

describe("retention", () => {
	test("counts who of each week's newcomers wrote in their nth week", async () => {
		const cohorts = await retention(token, guild, guild);
		const rows = await counted<{ cohort: string; week: number | null; people: number }>(
			`SELECT date_trunc('week', joined::timestamp)::date::text AS cohort, (day - joined) / 7 AS week,
				count(DISTINCT user_id)::int AS people
			FROM (${newcomers}) n GROUP BY 1, 2`,
		);
		const sizes = await counted<{ cohort: string; people: number }>(
			`SELECT date_trunc('week', joined::timestamp)::date::text AS cohort, count(DISTINCT user_id)::int AS people
			FROM (${newcomers}) n GROUP BY 1`,
		);
		expect(cohorts.length).toBeGreaterThanOrEqual(12);
		for (const { cohort, size, active } of cohorts) {
			expect(size).toBe(sizes.find((row) => row.cohort === cohort)?.people ?? 0);
			const expected = active.map(
				(_, week) => rows.find((row) => row.cohort === cohort && row.week === week)?.people ?? 0,
			);
			expect(active).toEqual(expected);
		}
		const all = cohorts
			.flatMap(({ active }) => active)
			.reduce<number>((sum, people) => sum + (people ?? 0), 0);
		expect(all).toBe(rows.reduce((sum, { week, people }) => sum + (week === null ? 0 : people), 0));
		expect(all).toBeGreaterThan(PEOPLE);
	});

	test("is silent below level 3 about weeks with fewer than five newcomers", async () => {
		const all = await retention(token, guild, guild);
		const told = await retention(reader, guild, guild);
		expect(all.some(({ size }) => size > 0 && size < 5)).toBe(true);
		expect(all.some(({ size }) => size >= 5)).toBe(true);
		expect(told).toEqual(
			all.map((week) => (week.size < 5 ? { ...week, active: week.active.map(() => null) } : week)),
		);
	});

	test("says which weeks are over for everybody of a cohort", async () => {
		for (const { active, ended, days } of await retention(token, guild, guild)) {
			expect(active).toHaveLength(Math.floor(days / 7) + 1);
			const over = active.filter((_, week) => days > 6 + week * 7 + 6).length;
			expect(ended).toBe(over);
		}
	});
});

test("the funnel counts who joined, wrote, and came back in the second week", async () => {
	const [row] = await counted<Funnel & { began_week_two: number }>(
		`SELECT count(DISTINCT user_id)::int AS joined, count(DISTINCT user_id) FILTER (WHERE day IS NOT NULL)::int AS wrote,
			count(DISTINCT user_id) FILTER (WHERE joined + 13 < now()::date)::int AS two_weeks_ago,
			count(DISTINCT user_id) FILTER (WHERE day BETWEEN joined + 7 AND joined + 13 AND joined + 13 < now()::date)::int
				AS active_week_two,
			count(DISTINCT user_id) FILTER (WHERE day BETWEEN joined + 7 AND joined + 13)::int AS began_week_two
		FROM (${newcomers}) n WHERE joined BETWEEN (now() - interval '40 days')::date AND (now() - interval '3 days')::date`,
	);
	const { began_week_two: begun, ...expected } = row ?? { began_week_two: 0 };
	const found = await funnel(token, guild, guild);
	expect(found).toEqual(expected);
	expect(begun).toBeGreaterThan(found?.active_week_two ?? begun);
	expect(Object.values((await funnel(reader, guild, guild)) ?? {})).toEqual([null, null, null, null]);
	expect(Math.min(...Object.values(found ?? {}).map(Number))).toBeGreaterThan(0);
});

test("a statement that brings one day back and another for the first time turns their week once", async () => {
	const own = await makeGuild(db);
	const bot = db.pool("guildhall_bot");
	await bot.query(
		"INSERT INTO discord_guild_members (guild_id, user_id, joined_at) VALUES ($1, 5000001, '2026-03-02')",
		[own],
	);
	await bot.query(
		"INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES (6000002, $1, 'c', 'guild_text')",
		[own],
	);
	const write = (day: string, deleted: string | null) =>
		bot.query(
			`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp, deleted_at)
			VALUES (app.snowflake_at($2::timestamptz), $1, 6000002, 5000001, $2, $3)`,
			[own, day, deleted],
		);
	const cohorts = async () =>
		(
			await db
				.pool("guildhall_owner")
				.query(
					"SELECT joined::text, week, active, begun FROM rollup_cohorts WHERE guild_id = $1 AND (active <> 0 OR begun <> 0)",
					[own],
				)
		).rows;
	await write("2026-03-03T10:00:00Z", null);
	await bot.query("UPDATE discord_messages SET deleted_at = now() WHERE guild_id = $1", [own]);
	await write("2026-03-05T10:00:00Z", "2026-03-06");
	expect(await cohorts()).toEqual([]);
	await bot.query("UPDATE discord_messages SET deleted_at = NULL WHERE guild_id = $1", [own]);
	expect(await cohorts()).toEqual([{ joined: "2026-03-02", week: 0, active: 1, begun: 1 }]);
	await bot.query("UPDATE discord_messages SET deleted_at = now() WHERE guild_id = $1", [own]);
	expect(await cohorts()).toEqual([]);
});

describe("totals of another guild", () => {
	test("are not told", async () => {
		const own = await makeGuild(db);
		const stranger = await makeAdmin(db, own);
		const nothing = { joined: null, wrote: null, two_weeks_ago: null, active_week_two: null };
		for (const entry of [own, guild]) {
			expect(await retention(stranger.token, entry, guild)).toEqual([]);
			expect(await funnel(stranger.token, entry, guild)).toEqual(nothing);
		}
	});

	test("one day's newcomers are for level 5, as everybody's activity is", async () => {
		const seen = async (level: number) => {
			const visitor = await makeAdmin(db, guild, level);
			return entered(db, visitor.token, guild, async (client) => {
				const { rowCount } = await client.query("SELECT FROM rollup_cohorts WHERE guild_id = $1", [guild]);
				return rowCount ?? 0;
			});
		};
		expect(await seen(4)).toBe(0);
		expect(await seen(5)).toBeGreaterThan(0);
	});
});
