import { beforeAll, describe, expect, test } from "vitest";
import { readActivity } from "@/lib/analytics/activity/data";
import { readCommandUse } from "@/lib/analytics/commands/data";
import { readGrowth } from "@/lib/analytics/growth/data";
import { readModeration } from "@/lib/analytics/moderation/data";
import type { Period, PeriodQuery } from "@/lib/analytics/schema";
import { readSupport } from "@/lib/analytics/support/data";
import { readVoice } from "@/lib/analytics/voice/data";
import type { GuildScope } from "@/lib/auth/scope";
import { analyticsScene, counted, reading, write, zone } from "./analytics-scene";

type Tab = (scope: GuildScope, asked: PeriodQuery) => Promise<{ period: Period }>;

analyticsScene();

/** Each tab, and when the first of what it shows was. */
const tabs: [string, Tab, string][] = [
	[
		"activity",
		readActivity,
		"(SELECT min(timestamp) FROM discord_messages WHERE guild_id = $1 AND deleted_at IS NULL)",
	],
	[
		"commands",
		readCommandUse,
		"(SELECT min(executed_at) FROM discord_command_executions WHERE guild_id = $1)",
	],
	["growth", readGrowth, "timestamptz '2023-02-03 12:00Z'"],
	["voice", readVoice, "timestamptz '2024-03-04 12:00Z'"],
	["moderation", readModeration, "timestamptz '2022-04-05 12:00Z'"],
	["support", readSupport, "timestamptz '2021-05-06 12:00Z'"],
];

/** Something of what is counted, years before everything else: it comes and goes again. */
async function comeAndGo(): Promise<void> {
	await write(
		"INSERT INTO discord_guild_members (guild_id, user_id, joined_at, left_at) VALUES ($1, 5000050, '2017-02-03', '2017-02-05')",
	);
	await write(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp)
		VALUES (app.snowflake_at('2017-02-03'), $1, 6000001, 5000001, '2017-02-03')`,
	);
	await write(
		`INSERT INTO discord_command_executions (id, guild_id, user_id, application_id, interaction_type, command_name, executed_at, error)
		VALUES (app.snowflake_at('2017-02-03'), $1, 5000001, 5000003, 'application_command', 'c', '2017-02-03', true)`,
	);
	await write(
		`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at, left_at)
		VALUES ($1, 5000009, 6000001, 'gone', '2017-02-03', '2017-02-04')`,
	);
	await write(
		"UPDATE discord_messages SET deleted_at = now() WHERE guild_id = $1 AND timestamp < '2018-01-01'",
	);
	await write("DELETE FROM discord_command_executions WHERE guild_id = $1 AND executed_at < '2018-01-01'");
	await write("DELETE FROM discord_guild_members WHERE guild_id = $1 AND user_id = 5000050");
	await write("DELETE FROM discord_voice_states WHERE guild_id = $1 AND session_id = 'gone'");
}

describe("all time, where much is older than the first message", () => {
	beforeAll(async () => {
		await write("INSERT INTO discord_users (id, username) VALUES (5000050, 'gone')");
		await comeAndGo();
		await write(
			"UPDATE discord_guild_members SET joined_at = '2023-02-03 12:00Z' WHERE guild_id = $1 AND user_id = 5000009",
		);
		await write(
			`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at, left_at)
			VALUES ($1, 5000009, 6000001, 's', '2024-03-04 12:00Z', '2024-03-04 13:00Z')`,
		);
		await write(
			`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, created_at, is_deleted)
			VALUES ($1, 'WARN', 'r', 5000001, 5000009, '2022-04-05 12:00Z', false),
				($1, 'WARN', 'r', 5000001, 5000009, '2020-04-05 12:00Z', true)`,
		);
		await write(
			`WITH told AS (
				INSERT INTO conversations (server_id, channel_id, user_id, username, transcript, status, created_at)
				VALUES ($1, 6000001, 5000009, 'p', '[]', 'forwarded', '2021-05-07 12:00Z') RETURNING id, server_id)
			INSERT INTO forwarded_tickets (conversation_id, server_id, forwarded_at, status)
			SELECT id, server_id, '2021-05-06 12:00Z', 'pending' FROM told`,
		);
	});

	test.each(tabs)("%s begins with its own first", async (_, read, first) => {
		const [known] = await counted<{ day: string }>(
			`SELECT date_trunc('month', ${first} AT TIME ZONE '${zone}')::date::text AS day
			WHERE $1::bigint IS NOT NULL`,
		);
		const { period } = await reading<{ period: Period }>(read, 5, { range: "all", by: "month" });
		expect(period.granularity).toBe("month");
		expect(period.current.firstDay).toBe(known?.day);
	});

	test("nothing is missing of it", async () => {
		const all: PeriodQuery = { range: "all" };
		const growth = await reading(readGrowth, 5, all);
		expect(growth.joins.value).toBe(40);
		expect(growth.members.series[0]).toBeLessThanOrEqual(1);
		expect(await reading(readVoice, 5, all)).toMatchObject({ seconds: { value: 3600 }, now: 0 });
		expect((await reading(readModeration, 5, all)).cases.value).toBe(1);
		expect((await reading(readSupport, 5, all)).opened.value).toBe(1);
	});
});

test("who is in voice now is told apart from the sessions that have ended, to those who may see who", async () => {
	await write(
		`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at)
		SELECT $1, 5000000 + n, 6000001, 'open ' || n, '2026-11-10 12:00Z' FROM generate_series(1, 3) n`,
	);
	const shown = await reading(readVoice);
	expect([shown.now, shown.seconds.value]).toEqual([3, 0]);
	expect((await reading(readVoice, 2)).now).toBeNull();
});

test("one channel's time is that of its sessions, by days of UTC", async () => {
	await write(
		"INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES (6000002, $1, 'v', 'guild_voice')",
	);
	await write(
		`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at, left_at)
		SELECT $1, 5000001 + n % 7, 6000001 + n % 2, 'told ' || n, t.at, t.at + n * interval '97 seconds'
		FROM generate_series(1, 300) n, LATERAL (SELECT timestamptz '2026-11-18' - n * interval '5 hours' AS at) t`,
	);
	const period: PeriodQuery = { from: "2026-10-05", to: "2026-11-01", by: "week" };
	const shown = await reading(
		(scope, asked) => readVoice(scope, { ...asked, channel: "6000002" }),
		5,
		period,
	);
	const rows = await counted<{ seconds: number; sessions: number }>(
		`SELECT sum(extract(epoch FROM least(v.left_at, w.monday + interval '7 days') - greatest(v.joined_at, w.monday)))::int AS seconds,
			(count(*) FILTER (WHERE v.joined_at >= w.monday))::int AS sessions
		FROM generate_series(timestamptz '2026-10-05Z', '2026-10-26Z', '7 days') AS w (monday)
			JOIN discord_voice_states v ON v.joined_at < w.monday + interval '7 days' AND v.left_at > w.monday
		WHERE v.guild_id = $1 AND v.channel_id = 6000002 GROUP BY w.monday ORDER BY w.monday`,
	);
	expect(shown.seconds.series).toEqual(rows.map(({ seconds }) => seconds));
	expect(shown.sessions.series).toEqual(rows.map(({ sessions }) => sessions));
	expect(shown.average.series[1]).toBeCloseTo((rows[1]?.seconds ?? 0) / (7 * 86_400), 9);
	expect(shown).toMatchObject({ channel: "6000002", peak: null, heatmap: null, channels: null });
	const longest = shown.members?.reduce((sum, { seconds }) => sum + seconds, 0);
	expect(longest).toBe(
		(
			await counted<{ seconds: number }>(
				`SELECT sum(extract(epoch FROM least(v.left_at, '2026-11-02 00:00Z') - greatest(v.joined_at, '2026-10-05 00:00Z')))::int AS seconds
				FROM discord_voice_states v JOIN discord_users u ON u.id = v.user_id AND NOT u.bot
				WHERE v.guild_id = $1 AND v.channel_id = 6000002 AND v.joined_at < '2026-11-02 00:00Z' AND v.left_at > '2026-10-05 00:00Z'`,
			)
		)[0]?.seconds,
	);
});
