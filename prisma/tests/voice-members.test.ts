import { beforeAll, describe, expect, test } from "vitest";
import type { Period, PeriodQuery, Window } from "@/lib/analytics/schema";
import { readVoice } from "@/lib/analytics/voice/data";
import { analyticsScene, counted, reading, write } from "./analytics-scene";

analyticsScene();

/** Sessions of two years: some of days, some that are open, some that have no time. */
beforeAll(async () => {
	await write(
		`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at, left_at)
		SELECT $1, 5000001 + (n * 7919) % 40, 6000001, 'told ' || n, t.at, CASE n % 29 WHEN 0 THEN NULL WHEN 1 THEN t.at
			ELSE t.at + (n * 104729) % 9000 * interval '0.97 seconds' + (n % 83 = 5)::int * interval '61 hours' END
		FROM generate_series(1, 3000) n,
			LATERAL (SELECT timestamptz '2026-11-20 17:12:13.4Z' - n * interval '5 hours 51 minutes' AS at) t`,
	);
	await write(
		"UPDATE discord_voice_states SET user_id = 5000007 WHERE session_id IN ('told 40', 'told 900')",
	);
	await write(
		"UPDATE discord_voice_states SET left_at = left_at + interval '2 days' WHERE session_id = 'told 77'",
	);
	await write("DELETE FROM discord_voice_states WHERE session_id ~ '^told .*9$'");
});

type Ranked = { id: string; seconds: number; sessions: number };

/** Everybody's time in a window, bots aside, from the sessions themselves. */
function ranked({ from, to }: Pick<Window, "from" | "to">, condition = "true"): Promise<Ranked[]> {
	const seconds = `floor(extract(epoch FROM least(v.left_at, '${to}'))) - floor(extract(epoch FROM greatest(v.joined_at, '${from}')))`;
	return counted<Ranked>(
		`SELECT v.user_id::text AS id, sum(${seconds})::int AS seconds,
			(count(*) FILTER (WHERE v.joined_at >= '${from}'))::int AS sessions
		FROM discord_voice_states v JOIN discord_users u ON u.id = v.user_id AND NOT u.bot
		WHERE v.guild_id = $1 AND v.joined_at < '${to}' AND v.left_at > '${from}' AND ${condition}
		GROUP BY v.user_id HAVING sum(${seconds}) > 0 ORDER BY 2 DESC, v.user_id`,
	);
}

async function previously(period: Period): Promise<(id: string) => number | null> {
	const before = period.comparison && (await ranked(period.comparison));
	return (id) => before && (before.find((row) => row.id === id)?.seconds ?? 0);
}

const periods: [string, PeriodQuery][] = [
	["some weeks", { from: "2026-10-01", to: "2026-11-14" }],
	["a day", { from: "2026-11-03", to: "2026-11-03", compare: "previous" }],
	["a month", { from: "2026-10-01", to: "2026-10-31", compare: "year" }],
	["a year and more", { from: "2025-06-17", to: "2026-10-19", compare: "previous" }],
	["all time", { range: "all" }],
];

describe.each(["America/Havana", "Asia/Kolkata", "UTC"])("who was in voice longest, in %s", (zone) => {
	beforeAll(async () => {
		await counted(`UPDATE guild_config SET time_zone = '${zone}' WHERE guild_id = $1`);
	});

	test.each(periods)("over %s equals a recount of the sessions", async (_, asked) => {
		const { period, members, seconds } = await reading(readVoice, 5, asked);
		const expected = (await ranked(period.current)).slice(0, 10);
		const before = await previously(period);
		expect(expected.length).toBeGreaterThan(3);
		expect(
			members?.map(({ id, seconds, sessions, previous }) => ({ id, seconds, sessions, previous })),
		).toEqual(expected.map((row) => ({ ...row, previous: before(row.id) })));
		expect(members?.[0]?.share).toBeCloseTo((expected[0]?.seconds ?? 0) / seconds.value, 9);
	});

	test("and when over a year, by the clock of each hour", async () => {
		const { period, heatmap } = await reading(readVoice, 5, { from: "2025-10-01", to: "2026-11-14" });
		const { from, to } = period.current;
		const hours = await counted<{ day: number; hour: number; seconds: number }>(
			`SELECT extract(isodow FROM t.clock)::int - 1 AS day, extract(hour FROM t.clock)::int AS hour, sum(r.seconds)::int AS seconds
			FROM rollup_voice_hourly r, LATERAL (SELECT r.hour AT TIME ZONE '${zone}' AS clock) t
			WHERE r.guild_id = $1 AND r.hour >= '${from}' AND r.hour < '${to}' GROUP BY 1, 2 HAVING sum(r.seconds) > 0`,
		);
		const shown = heatmap?.flatMap((row, day) => row.map((spent, hour) => ({ day, hour, seconds: spent })));
		const byTime = new Map(hours.map(({ day, hour, seconds }) => [`${day} ${hour}`, seconds]));
		expect(hours.length).toBeGreaterThan(100);
		expect(shown).toHaveLength(168);
		for (const { day, hour, seconds } of shown ?? []) expect(seconds).toBe(byTime.get(`${day} ${hour}`) ?? 0);
	});
});

test("who was in one channel longest, and of which share, equals a recount of its sessions by days of UTC", async () => {
	await counted("UPDATE guild_config SET time_zone = 'America/Havana' WHERE guild_id = $1");
	// Open before the server's midnight and after that of UTC, on the first and the last day.
	await write(
		`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at, left_at)
		VALUES ($1, 5000008, 6000001, 'edge', '2026-11-02 20:00Z', '2026-11-04 04:30Z')`,
	);
	const { members, seconds, sessions } = await reading(
		(scope, asked) => readVoice(scope, { ...asked, channel: "6000001" }),
		5,
		{ from: "2026-11-03", to: "2026-11-03" },
	);
	const day = { from: "2026-11-03T00:00:00.000Z", to: "2026-11-04T00:00:00.000Z" };
	const everybody = await ranked(day, "v.channel_id = 6000001");
	expect(everybody.length).toBeGreaterThan(2);
	const all = everybody.reduce((sum, member) => sum + member.seconds, 0);
	expect(seconds.value).toBe(all);
	expect(sessions.value).toBeGreaterThan(0);
	expect(members?.map(({ id, seconds, sessions, share }) => ({ id, seconds, sessions, share }))).toEqual(
		everybody.slice(0, 10).map((member) => ({ ...member, share: member.seconds / all })),
	);
});

test("a bot has no place, however long it was there, and leaves none empty", async () => {
	await write(
		`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at, left_at)
		VALUES ($1, 5000003, 6000001, 'bot', '2026-10-02', '2026-11-10')`,
	);
	const { members } = await reading(readVoice);
	expect(members).toHaveLength(10);
	expect(members?.map(({ id }) => id)).not.toContain("5000003");
});
