import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readActivity } from "@/lib/analytics/activity/data";
import { readGrowth } from "@/lib/analytics/growth/data";
import type { PeriodQuery } from "@/lib/analytics/schema";
import { readVoice } from "@/lib/analytics/voice/data";
import { readOverview } from "@/lib/overview/data";
import { analyticsScene, counted, reading, write } from "./analytics-scene";

analyticsScene();

/** Nine in the evening of the 21st in Los Angeles; in UTC the 22nd has begun, and so have these. */
beforeAll(async () => {
	vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-22T05:00:00Z") });
	await counted("UPDATE guild_config SET time_zone = 'America/Los_Angeles' WHERE guild_id = $1");
	await write(
		"INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES (6000002, $1, 'evening', 'guild_text')",
	);
	await write(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp)
		SELECT app.snowflake_at('2026-11-22 04:00Z') + n, $1, 6000002, 5000010 + n, '2026-11-22 04:00Z'
		FROM generate_series(1, 10) n`,
	);
	await write(
		"UPDATE discord_guild_members SET joined_at = '2026-11-22 03:00Z' WHERE guild_id = $1 AND user_id = 5000020",
	);
	await write(
		`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at, left_at)
		VALUES ($1, 5000020, 6000002, 's', '2026-11-22 03:00Z', '2026-11-22 04:00Z')`,
	);
});
afterAll(() => {
	vi.useRealTimers();
});

const periods: [string, PeriodQuery][] = [
	["the last 24 hours", { range: "24h" }],
	["today by the hour", { from: "2026-11-21", to: "2026-11-21", by: "hour" }],
	["seven days", { range: "7d" }],
	["a year of weeks", { range: "1y", by: "week" }],
	["months", { from: "2026-08-15", to: "2026-11-21", by: "month" }],
];

test.each(periods)("what happened this evening is in every figure of %s", async (_, asked) => {
	const shown = await reading(readActivity, 5, { ...asked, compare: "previous" });
	const { current, comparison } = shown.period;
	expect(current.days.at(-1)).toBe("2026-11-23");
	expect(comparison?.days.length ?? current.days.length).toBe(current.days.length);
	const [days] = await counted<{ messages: number; active: number }>(
		`SELECT count(*)::int AS messages, count(DISTINCT m.author_id)::int AS active FROM discord_messages m
		WHERE m.guild_id = $1 AND (m.timestamp AT TIME ZONE 'UTC')::date BETWEEN '${current.firstDay}' AND '2026-11-22'`,
	);
	expect(shown.messages.value).toBeGreaterThanOrEqual(10);
	expect(shown.active?.value).toBe(days?.active);
	expect(shown.active?.series.at(-1)).toBeGreaterThanOrEqual(10);
	expect(shown.active?.series).toHaveLength(current.days.length - 1);
	expect(shown.perMember?.value).toBeCloseTo((days?.messages ?? 0) / (days?.active ?? 0), 9);
	expect(shown.channels?.find(({ id }) => id === "6000002")?.messages).toBe(10);
	expect(shown.silentChannels?.map(({ id }) => id)).not.toContain("6000002");
	const ofChannel = await reading(
		(scope, period) => readActivity(scope, { ...period, channel: "6000002" }),
		5,
		asked,
	);
	expect(ofChannel.messages.series.at(-1)).toBe(10);
	const growth = await reading(readGrowth, 5, asked);
	expect(growth.joins.series.at(-1)).toBeGreaterThanOrEqual(1);
	const voice = await reading((scope, period) => readVoice(scope, { ...period, kind: "people" }), 5, asked);
	expect([voice.seconds.value, voice.members?.[0]?.seconds]).toEqual([3600, 3600]);
});

test.each(["7d", "30d", "1y"])(
	"what happened this evening is in every figure of the overview of %s",
	async (range) => {
		const shown = await reading((scope) => readOverview(scope, { range }), 5);
		const [days] = await counted<{ active: number }>(
			`SELECT count(DISTINCT m.author_id)::int AS active FROM discord_messages m
		WHERE m.guild_id = $1 AND (m.timestamp AT TIME ZONE 'UTC')::date BETWEEN '${shown.firstDay}' AND '2026-11-22'`,
		);
		expect(shown.lastDay).toBe("2026-11-21");
		expect(shown.activeMembers.value).toBe(days?.active);
		expect(shown.activeMembers.series.at(-1)).toBeGreaterThanOrEqual(10);
		expect(shown.joins.series.at(-1)).toBeGreaterThanOrEqual(1);
		expect(shown.joins.series).toHaveLength(shown.messages.series.length);
		expect(shown.topChannels.find(({ id }) => id === "6000002")?.messages).toBe(10);
		expect(shown.topMembers).not.toEqual([]);
	},
);

test("members who wrote this evening have their place", async () => {
	const { members } = await reading(readActivity, 5, { range: "24h" });
	const rows = await counted<{ id: string; messages: number }>(
		`SELECT m.author_id::text AS id, count(*)::int AS messages
		FROM discord_messages m JOIN discord_users u ON u.id = m.author_id AND NOT u.bot
		WHERE m.guild_id = $1 AND m.timestamp >= '2026-11-21Z' GROUP BY m.author_id ORDER BY 2 DESC, m.author_id LIMIT 10`,
	);
	expect(members?.map(({ id, messages }) => ({ id, messages }))).toEqual(rows);
});

test("a period that is over keeps to its own days", async () => {
	const { period } = await reading(readActivity, 5, { from: "2026-11-10", to: "2026-11-20" });
	expect(period.current).toMatchObject({ lastDay: "2026-11-20" });
	expect(period.current.days.at(-1)).toBe("2026-11-21");
});
