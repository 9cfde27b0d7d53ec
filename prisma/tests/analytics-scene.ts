import { beforeAll } from "vitest";
import type { PeriodQuery } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { type TestDatabase, testDatabase } from "./database";
import { inScope } from "./guild-scope";
import { makeAdmin, makeGuild } from "./people";

/** Six weeks and a few days, by days of Havana: its clocks went back on 1 November at 1:00. */
const asked: PeriodQuery = { from: "2026-10-01", to: "2026-11-14", by: "week" };
export const zone = "America/Havana";

let db: TestDatabase;
let guild: string;
let readers: Record<2 | 5, { token: string; userId: string }>;

/** Makes the scene before the tests of a file: a server with members, messages and executions of a few weeks. */
export function analyticsScene(): void {
	beforeAll(async () => {
		db = await testDatabase();
		await populate();
		return () => db.drop();
	});
}

/** Writes as the bot; the server's id is $1 where `text` names it. */
export async function write<T>(text: string, values: unknown[] = []): Promise<T[]> {
	const known = text.includes("$1") ? [guild, ...values] : values;
	return (await db.pool("guildhall_bot").query(text, known)).rows as T[];
}

/** The bot's connections, and the server's id. */
export const bot = () => db.pool("guildhall_bot");
export const serverId = () => guild;

/** What an independent count gives; $1 is the server. */
export async function counted<T>(text: string): Promise<T[]> {
	return (await db.pool("guildhall_owner").query(text, [guild])).rows as T[];
}

/** Reads a page's data of the period, or of another one, in the scope of somebody with this level. */
export function reading<T>(
	read: (scope: GuildScope, asked: PeriodQuery) => Promise<T>,
	level: 2 | 5 = 5,
	period: PeriodQuery = asked,
): Promise<T> {
	return inScope(db, guild, { ...readers[level], level }, (scope) => read(scope, period));
}

async function populate(): Promise<void> {
	guild = await makeGuild(db);
	readers = { 2: await makeAdmin(db, guild, 2), 5: await makeAdmin(db, guild, 5) };
	await db
		.pool("guildhall_owner")
		.query(
			"INSERT INTO guild_config (guild_id, time_zone) VALUES ($1, $2) ON CONFLICT (guild_id) DO UPDATE SET time_zone = $2",
			[guild, zone],
		);
	await write(
		"INSERT INTO discord_users (id, username, bot) SELECT 5000000 + n, 'p' || n, n = 3 FROM generate_series(1, 40) n",
	);
	await write(
		`INSERT INTO discord_guild_members (guild_id, user_id, joined_at)
		SELECT $1, 5000000 + n, timestamptz '2026-11-12' - n * interval '41 hours' FROM generate_series(1, 40) n`,
	);
	await write(
		"INSERT INTO discord_channels (id, guild_id, name, channel_type) VALUES (6000001, $1, 'c', 'guild_text')",
	);
	await write(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp, message_type)
		SELECT app.snowflake_at(t.at) + n, $1, 6000001, 5000001 + (n * 7919) % 40, t.at,
			CASE WHEN n % 5 = 0 THEN 'reply' ELSE 'default' END
		FROM generate_series(1, 2500) n, LATERAL (SELECT timestamptz '2026-11-20' - n * interval '47 minutes' AS at) t`,
	);
	await write(
		`INSERT INTO discord_command_executions (id, guild_id, user_id, application_id, interaction_type, command_name,
			executed_at, response_time_ms, error, error_message)
		SELECT app.snowflake_at(t.at) + n, $1, 5000001, 5000003, 'application_command', 'c' || (n * n) % 7, t.at,
			(n * 7919) % 3000, n % 11 = 0, CASE WHEN n % 11 = 0 THEN 'error ' || n % 3 END
		FROM generate_series(1, 4000) n, LATERAL (SELECT timestamptz '2026-11-20' - n * interval '37 minutes' AS at) t`,
	);
}

/** What of a table's moments lies in the period, by the server's days. */
export const inPeriod = (moment: string) =>
	`(${moment} AT TIME ZONE '${zone}')::date BETWEEN '2026-10-01' AND '2026-11-14'`;
/** The point of the period's weeks: the first is short. */
export const week = (moment: string) =>
	`1 + (greatest((${moment} AT TIME ZONE '${zone}')::date, date '2026-09-28') - date '2026-09-28') / 7`;
