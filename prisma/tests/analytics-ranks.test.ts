import { beforeAll, describe, expect, test } from "vitest";
import { readActivity } from "@/lib/analytics/activity/data";
import type { Activity, ActivityMember } from "@/lib/analytics/activity/schema";
import { type TestDatabase, testDatabase } from "./database";
import { inScope } from "./guild-scope";
import { makeAdmin, makeGuild } from "./people";

/** Days in Havana, what they are compared with, and in how many steps the small courses of a year's days and weeks are told. */
const cuts = [
	{ from: "2026-10-01", to: "2026-11-14", by: "week", compare: "previous", before: "2026-08-17", steps: 7 },
	{ from: "2026-08-20", to: "2026-11-14", by: "day", compare: "year", before: "2025-08-20", steps: 22 },
	{ from: "2025-11-15", to: "2026-11-14", by: "week", compare: "previous", before: "2024-11-15", steps: 18 },
	{ from: "2026-08-01", to: "2026-10-31", by: "month", compare: "previous", before: "2026-05-01", steps: 3 },
	{ from: "2026-01-15", to: "2026-03-31", by: "month", compare: "previous", before: "2025-10-31", steps: 3 },
] as const;
type Cut = (typeof cuts)[number];
type Ranked = { id: string; messages: number; previous: number; share: number; trend: number[] };
type Shown = Pick<ActivityMember, keyof Ranked>;

let db: TestDatabase;
let guild: string;

beforeAll(async () => {
	db = await testDatabase();
	guild = await makeGuild(db);
	const owner = db.pool("guildhall_owner");
	await owner.query("INSERT INTO guild_config (guild_id, time_zone) VALUES ($1, 'America/Havana')", [guild]);
	const bot = db.pool("guildhall_bot");
	await bot.query(
		"INSERT INTO discord_users (id, username, bot) SELECT 5000000 + n, 'p' || n, n % 7 = 1 FROM generate_series(1, 25) n",
	);
	await bot.query(
		"INSERT INTO discord_guild_members (guild_id, user_id, joined_at) SELECT $1, 5000000 + n, now() FROM generate_series(1, 25) n",
		[guild],
	);
	await bot.query(
		`INSERT INTO discord_channels (id, guild_id, name, channel_type)
		SELECT 6000000 + n, $1, 'c' || n, 'guild_text' FROM generate_series(1, 20) n`,
		[guild],
	);
	// Three years; some write and some channels are written in much more than others, and more in one season.
	await bot.query(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp)
		SELECT app.snowflake_at(t.at) + n, $1, 6000001 + (n * n + n / 900) % 20, 5000001 + (n::bigint * n * n + n / 500) % 25, t.at
		FROM generate_series(1, 9000) n, LATERAL (SELECT timestamptz '2026-11-20' - n * interval '173 minutes' AS at) t`,
		[guild],
	);
	await bot.query("UPDATE discord_messages SET deleted_at = now() WHERE id % 11 = 3");
	return () => db.drop();
});

/** Who or what has the most messages on the days of a cut, from the messages themselves. */
async function recount({ from, to, by, before }: Cut, column: string, who: string): Promise<Ranked[]> {
	const { rows } = await db.pool("guildhall_owner").query<Ranked>(
		`WITH day AS (
			SELECT d::date AS day, dense_rank() OVER (ORDER BY date_trunc('${by}', d) DESC) - 1 AS back
			FROM generate_series($2::date::timestamp, $3::date::timestamp, interval '1 day') d
		), step AS (
			SELECT d.day, d.back / (SELECT ceil((max(back) + 1) / 26.0)::int FROM day) AS back FROM day d
		), message AS (
			SELECT m.${column} AS id, m.author_id, (m.timestamp AT TIME ZONE 'UTC')::date AS day
			FROM discord_messages m WHERE m.guild_id = $1 AND m.deleted_at IS NULL
		), inside AS (
			SELECT m.id, m.author_id, s.back FROM message m JOIN step s USING (day)
		), place AS (
			SELECT i.id, count(*)::int AS messages FROM inside i WHERE ${who} GROUP BY i.id
		)
		SELECT p.id::text, p.messages, p.messages::float8 / (SELECT count(*) FROM inside) AS share,
			(SELECT count(*)::int FROM message m WHERE m.id = p.id
				AND m.day >= $4::date AND m.day <= $4::date + ($3::date - $2::date)) AS previous,
			(SELECT array_agg((SELECT count(*)::int FROM inside i WHERE i.id = p.id AND i.back = s.back) ORDER BY s.back DESC)
				FROM (SELECT DISTINCT back FROM step) s) AS trend
		FROM place p ORDER BY p.messages DESC, p.id`,
		[guild, from, to, before],
	);
	return rows;
}

const figuresOf = ({ id, messages, previous, share, trend }: Shown) => ({
	id,
	messages,
	previous,
	share,
	trend,
});

describe.each(cuts)("$from to $to by $by against the $compare period", (cut) => {
	let activity: Activity;
	beforeAll(async () => {
		const manager = await makeAdmin(db, guild, 5);
		const { from, to, by, compare } = cut;
		activity = await inScope(db, guild, { ...manager, level: 5 }, (scope) =>
			readActivity(scope, { from, to, by, compare }),
		);
	});

	test("each channel's messages, share of all, course and period before", async () => {
		const channels = activity.channels?.map(figuresOf) ?? [];
		const rows = await recount(cut, "channel_id", "true");
		expect(channels).toEqual(rows.slice(0, 15).map(figuresOf));
		for (const { trend, messages } of channels) {
			expect(trend).toHaveLength(cut.steps);
			expect(trend.reduce((sum, each) => sum + each, 0)).toBe(messages);
		}
	});

	test("each member's, of all messages including those of bots, who have no place", async () => {
		const isPerson = "NOT (SELECT u.bot FROM discord_users u WHERE u.id = i.author_id)";
		const rows = await recount(cut, "author_id", isPerson);
		expect(activity.members?.map(figuresOf)).toEqual(rows.slice(0, 10).map(figuresOf));
		expect(activity.members?.[0]?.trend).toHaveLength(cut.steps);
	});
});

test("all silent channels are counted, also where more are silent than are listed", async () => {
	await db.pool("guildhall_bot").query(
		`INSERT INTO discord_channels (id, guild_id, name, channel_type)
		SELECT 6100000 + n, $1, 's' || n, 'guild_text' FROM generate_series(1, 70) n`,
		[guild],
	);
	const { silentCount, silentChannels } = await inScope(
		db,
		guild,
		{ ...(await makeAdmin(db, guild, 5)), level: 5 },
		(scope) => readActivity(scope, { from: "2026-10-01", to: "2026-11-14" }),
	);
	const { rows } = await db.pool("guildhall_owner").query<{ count: number }>(
		`SELECT count(*)::int AS count FROM discord_channels c WHERE c.guild_id = $1 AND NOT EXISTS (
			SELECT FROM discord_messages m WHERE m.channel_id = c.id AND m.deleted_at IS NULL
				AND (m.timestamp AT TIME ZONE 'UTC')::date BETWEEN '2026-10-01' AND '2026-11-14')`,
		[guild],
	);
	expect(silentCount).toBe(rows[0]?.count);
	expect(silentCount).toBeGreaterThan(69);
	expect(silentChannels).toHaveLength(50);
});
