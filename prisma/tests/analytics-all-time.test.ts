import { beforeAll, describe, expect, test } from "vitest";
import { readActivity } from "@/lib/analytics/activity";
import { readCommandUse } from "@/lib/analytics/commands";
import { readGrowth } from "@/lib/analytics/growth";
import { readModeration } from "@/lib/analytics/moderation";
import type { Period, PeriodQuery } from "@/lib/analytics/schema";
import { readSupport } from "@/lib/analytics/support";
import { readVoice } from "@/lib/analytics/voice";
import type { GuildScope } from "@/lib/auth/scope";
import { analyticsScene, counted, reading, write, zone } from "./analytics-scene";

type Tab = (scope: GuildScope, asked: PeriodQuery) => Promise<{ period: Period }>;

analyticsScene();

/** Each tab, and when the first of what it shows was. */
const tabs: [string, Tab, string][] = [
	["activity", readActivity, "(SELECT min(timestamp) FROM discord_messages WHERE guild_id = $1)"],
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

describe("all time, where much is older than the first message", () => {
	beforeAll(async () => {
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
		expect((await reading(readVoice, 5, all)).seconds.value).toBe(3600);
		expect((await reading(readModeration, 5, all)).cases.value).toBe(1);
		expect((await reading(readSupport, 5, all)).opened.value).toBe(1);
	});
});
