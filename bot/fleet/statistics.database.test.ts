import { afterAll, beforeAll, expect, test } from "vitest";
import { openScope, type Scope } from "@/bot/scope";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import { makeGuild } from "@/prisma/tests/people";
import { forgetOld, recordStatistics } from "./statistics";

let db: TestDatabase;
let scope: Scope;

beforeAll(async () => {
	db = await testDatabase();
	scope = await openScope(db.urls.guildhall_bot);
});
afterAll(async () => {
	await scope.close();
	await db.drop();
});

const owner = async <T>(text: string, values: unknown[] = []) =>
	(await db.pool("guildhall_owner").query(text, values)).rows as T[];

test("a minute's row counts what the bot is in, and what happened since midnight", async () => {
	const [guild, left] = [await makeGuild(db), await makeGuild(db)];
	await owner("UPDATE discord_guilds SET member_count = 12, bot_active = true WHERE id = $1", [guild]);
	await owner("UPDATE discord_guilds SET member_count = 99, bot_active = false WHERE id = $1", [left]);
	await owner(
		"INSERT INTO discord_channels (id, guild_id, channel_type, deleted_at) VALUES (5000001, $1, 'guild_text', NULL), (5000002, $1, 'guild_text', now())",
		[guild],
	);
	await owner("INSERT INTO discord_users (id, username) VALUES (5000003, 'somebody')");
	await owner(
		`INSERT INTO discord_command_executions
			(id, guild_id, channel_id, user_id, application_id, interaction_type, command_name, executed_at, error, response_time_ms)
		SELECT app.snowflake_at(t.at, 0) + t.n, $1, 5000001, 5000003, 5000004, 'application_command', 'rank', t.at, t.n = 1, 100 * t.n
		FROM (VALUES (1, date_trunc('day', now(), 'UTC')), (2, date_trunc('day', now(), 'UTC')),
			(3, date_trunc('day', now(), 'UTC') - interval '1 hour')) AS t (n, at)`,
		[guild],
	);
	await recordStatistics(scope);
	expect(
		await owner(`SELECT total_guilds, total_channels, total_users, total_commands_today, average_response_time_ms,
			error_rate::float8 FROM discord_bot_statistics`),
	).toEqual([
		{
			total_guilds: 1,
			total_channels: 1,
			total_users: 12,
			total_commands_today: 2,
			average_response_time_ms: 150,
			error_rate: 50,
		},
	]);
});

test("figures of 90 days stay, older ones go", async () => {
	await owner("DELETE FROM discord_bot_statistics");
	for (const days of [1, 89, 91]) {
		await recordStatistics(scope);
		await owner(
			`UPDATE discord_bot_statistics SET uptime_seconds = $1::integer, recorded_at = now() - make_interval(days => $1::integer)
			WHERE recorded_at > now() - interval '1 hour'`,
			[days],
		);
	}
	await forgetOld(scope);
	expect(await owner("SELECT uptime_seconds::int AS days FROM discord_bot_statistics ORDER BY 1")).toEqual([
		{ days: 1 },
		{ days: 89 },
	]);
});
