import { beforeAll, describe, expect, test } from "vitest";
import { readGrowth } from "@/lib/analytics/growth/data";
import type { Growth } from "@/lib/analytics/growth/schema";
import type { MemberKind, PeriodQuery } from "@/lib/analytics/schema";
import { readVoice } from "@/lib/analytics/voice/data";
import { analyticsScene, counted, reading, write } from "./analytics-scene";
import { expectCourse, periods, perPoint } from "./window-recounts";

analyticsScene();

/** A sixth of the members are bots, some people and bots have left, and both were in voice for two years. */
beforeAll(async () => {
	await write("UPDATE discord_users SET bot = true WHERE id % 6 = 0 AND id BETWEEN 5000000 AND 5000040");
	await write(
		`UPDATE discord_guild_members SET joined_at = joined_at - user_id % 5 * interval '90 days',
			premium_since = CASE WHEN user_id % 5 < 3 THEN timestamptz '2026-11-19' - user_id % 7 * interval '9 days' END
		WHERE guild_id = $1`,
	);
	await write(
		`UPDATE discord_guild_members SET left_at = timestamptz '2026-11-12 23:30Z' - user_id % 7 * interval '11 days'
		WHERE guild_id = $1 AND user_id % 4 = 2`,
	);
	await write(
		`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at, left_at)
		SELECT $1, 5000001 + (n * 7919) % 40, 6000001, 'told ' || n, t.at,
			CASE WHEN n % 29 > 0 THEN t.at + (n * 104729) % 90000 * interval '1 second' END
		FROM generate_series(1, 3000) n,
			LATERAL (SELECT timestamptz '2026-11-20 17:12:13Z' - n * interval '5 hours 51 minutes' AS at) t`,
	);
	await write(
		`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at, left_at)
		SELECT $1, 5000001 + n % 40, 6000001, 'of late ' || n, t.at, t.at + interval '17 minutes'
		FROM generate_series(1, 120) n, LATERAL (SELECT date_trunc('second', now()) - n * interval '53 minutes' AS at) t`,
	);
});

const kinds: [MemberKind, string][] = [
	["people", "NOT u.bot"],
	["bots", "u.bot"],
];

/** Who boosts now, and how many of these began at each point; $1 is the server. */
async function expectBoosters({ boosters, period }: Growth, isOne: string): Promise<void> {
	const boosting = (condition: string) =>
		`SELECT count(*) FROM discord_guild_members m JOIN discord_users u ON u.id = m.user_id
		WHERE m.guild_id = $1 AND ${isOne} AND m.premium_since IS NOT NULL AND m.left_at IS NULL AND ${condition}`;
	const since = "(m.premium_since AT TIME ZONE 'UTC')::date";
	const [now] = await counted<{ count: number }>(`SELECT (${boosting("true")})::int AS count`);
	expect(now?.count).toBeGreaterThan(1);
	expect(boosters).toEqual({
		now: now?.count,
		begun: await perPoint(period.current, boosting(`${since} >= $first AND ${since} < $end`)),
	});
}

test.each(periods)("everybody's boosts, by %s", async (_, asked) => {
	await expectBoosters(await reading(readGrowth, 2, asked), "true");
});

describe.each(kinds)("%s alone", (kind, isOne) => {
	const members = (condition: string) =>
		`SELECT count(*) FROM discord_guild_members m JOIN discord_users u ON u.id = m.user_id
		WHERE m.guild_id = $1 AND ${isOne} AND ${condition}`;
	const joinedBy = (date: string) => `(m.joined_at AT TIME ZONE 'UTC')::date < ${date}`;
	const leftBy = (date: string) => `coalesce((m.left_at AT TIME ZONE 'UTC')::date < ${date}, false)`;

	test.each(periods)("came, went and were there, by %s", async (_, asked) => {
		const tab = await reading((scope, period) => readGrowth(scope, { ...period, kind }), 2, asked);
		await expectCourse(tab.joins, tab.period, members(`${joinedBy("$end")} AND NOT ${joinedBy("$first")}`));
		await expectCourse(tab.leaves, tab.period, members(`${leftBy("$end")} AND NOT ${leftBy("$first")}`));
		await expectCourse(tab.members, tab.period, members(`${joinedBy("$end")} AND NOT ${leftBy("$end")}`));
		expect(tab.net.value).toBe(tab.joins.value - tab.leaves.value);
		expect(tab).toMatchObject({ kind, retention: null, funnel: null, invites: null });
		await expectBoosters(tab, isOne);
	});

	const inVoice = (value: string, condition: string) =>
		`SELECT coalesce(sum(${value}), 0) FROM discord_voice_states v JOIN discord_users u ON u.id = v.user_id
		WHERE v.guild_id = $1 AND ${isOne} AND ${condition}`;
	const midnight = (date: string) => `(${date}::timestamp AT TIME ZONE 'UTC')`;
	const seconds = (first: string, end: string) =>
		`extract(epoch FROM least(v.left_at, ${midnight(end)}) - greatest(v.joined_at, ${midnight(first)}))`;
	const touches = (first: string, end: string) =>
		`v.joined_at < ${midnight(end)} AND v.left_at > ${midnight(first)}`;

	test.each(periods)("were in voice, by %s", async (_, asked) => {
		const tab = await reading((scope, period) => readVoice(scope, { ...period, kind }), 5, asked);
		await expectCourse(
			tab.seconds,
			tab.period,
			inVoice(seconds("$first", "$end"), touches("$first", "$end")),
		);
		await expectCourse(
			tab.sessions,
			tab.period,
			inVoice("1", `v.joined_at >= ${midnight("$first")} AND v.joined_at < ${midnight("$end")}`),
		);
		expect(tab).toMatchObject({ kind, channel: null, peak: null, heatmap: null, channels: null });
		const days = tab.period.current.days;
		const [first, end] = [`date '${days[0]}'`, `date '${days.at(-1)}'`];
		const longest = await counted(
			`SELECT v.user_id::text AS id, sum(${seconds(first, end)})::int AS seconds,
				(count(*) FILTER (WHERE v.joined_at >= ${midnight(first)}))::int AS sessions
			FROM discord_voice_states v JOIN discord_users u ON u.id = v.user_id
			WHERE v.guild_id = $1 AND ${isOne} AND ${touches(first, end)}
			GROUP BY 1 HAVING sum(${seconds(first, end)}) > 0 ORDER BY 2 DESC, min(v.user_id) LIMIT 10`,
		);
		expect(longest.length).toBeGreaterThan(0);
		expect(
			tab.members?.map(({ id, seconds: spent, sessions }) => ({ id, seconds: spent, sessions })),
		).toEqual(longest);
		expect(tab.members?.[0]?.share).toBeLessThanOrEqual(1);
	});

	test("are in voice now", async () => {
		const tab = await reading((scope, period) => readVoice(scope, { ...period, kind }));
		const [now] = await counted<{ count: number }>(
			`SELECT count(DISTINCT v.user_id)::int AS count FROM discord_voice_states v JOIN discord_users u ON u.id = v.user_id
			WHERE v.guild_id = $1 AND v.left_at IS NULL AND ${isOne}`,
		);
		expect(now?.count).toBeGreaterThan(1);
		expect(tab.now).toBe(now?.count);
	});
});

test("whose time it is may be asked from level 5 on only; a channel goes before a kind", async () => {
	const bots = (scope: Parameters<typeof readVoice>[0], period: PeriodQuery) =>
		readVoice(scope, { ...period, kind: "bots" });
	const below = await reading(bots, 2);
	expect(below.kind).toBeNull();
	expect(below.seconds).toEqual((await reading(readVoice, 2)).seconds);
	const both = await reading((scope, period) =>
		readVoice(scope, { ...period, kind: "bots", channel: "6000001" }),
	);
	expect(both).toMatchObject({ channel: "6000001", kind: null });
});
