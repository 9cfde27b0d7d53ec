import { beforeAll, expect, test } from "vitest";
import { readActivity } from "@/lib/analytics/activity/data";
import { readCommandUse } from "@/lib/analytics/commands/data";
import { analyticsScene, reading, write } from "./analytics-scene";

analyticsScene();

const [forum, text] = ["6100001", "6000001"];

/** A forum with two posts and a text channel with a thread, in each of which a little happens. */
beforeAll(async () => {
	await write(
		`INSERT INTO discord_channels (id, guild_id, name, channel_type, parent_id) VALUES
			(6100001, $1, 'questions', 'guild_forum', NULL), (6100002, $1, 'a post', 'public_thread', 6100001),
			(6100003, $1, 'another', 'public_thread', 6100001), (6100004, $1, 'a thread', 'public_thread', 6000001)`,
	);
	await write(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp)
		SELECT app.snowflake_at(t.at) + n, $1, 6100002 + n % 3, 5000001, t.at
		FROM generate_series(1, 9) n, LATERAL (SELECT timestamptz '2026-11-05 12:00Z' + n * interval '1 hour' AS at) t`,
	);
	await write(
		`INSERT INTO discord_command_executions (id, guild_id, channel_id, user_id, application_id, interaction_type,
			command_name, executed_at)
		SELECT app.snowflake_at(t.at) + n, $1, 6100002 + n % 3, 5000001, 5000003, 'application_command', 'ask', t.at
		FROM generate_series(1, 9) n, LATERAL (SELECT timestamptz '2026-11-05 12:00Z' + n * interval '1 hour' AS at) t`,
	);
});

const messagesIn = async (channel: string) =>
	(await reading((scope, period) => readActivity(scope, { ...period, channel }))).messages.value;

test("what is written in a forum's posts is written in it", async () => {
	expect(await messagesIn(forum)).toBe(6);
});

test("a thread of another channel is a place of its own", async () => {
	const [{ count } = { count: 0 }] = await write<{ count: number }>(
		`SELECT count(*)::int AS count FROM discord_messages
		WHERE guild_id = $1 AND channel_id = ${text} AND (timestamp AT TIME ZONE 'UTC')::date BETWEEN '2026-10-01' AND '2026-11-14'`,
	);
	expect(count).toBeGreaterThan(0);
	expect(await messagesIn(text)).toBe(count);
});

test("commands are used in a forum where they are used in its posts", async () => {
	const { executions } = await reading((scope, period) =>
		readCommandUse(scope, { ...period, channel: forum }),
	);
	expect(executions.value).toBe(6);
});
