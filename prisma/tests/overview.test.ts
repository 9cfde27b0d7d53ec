import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { dayBefore } from "@/lib/analytics/period/pieces";
import type { Level } from "@/lib/auth/permissions";
import type { GuildScope } from "@/lib/auth/scope";
import type { Sql } from "@/lib/db/sql";
import { activeMembers, messagesWritten } from "@/lib/overview/activity";
import { pointEdges } from "@/lib/overview/days";
import { topMembers } from "@/lib/overview/members";
import { commandsByDay, topChannels, topCommands } from "@/lib/overview/ranks";
import { parseRange } from "@/lib/range";
import { type TestDatabase, testDatabase } from "./database";
import { entered, makeAdmin, makeGuild } from "./people";

const PEOPLE = 60;
const CHANNELS = 13;

let db: TestDatabase;
let guild: string;
let token: string;

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});
beforeAll(async () => {
	guild = await makeGuild(db);
	({ token } = await makeAdmin(db, guild));
	const bot = db.pool("guildhall_bot");
	await bot.query(
		`INSERT INTO discord_users (id, username, bot) SELECT 5000000 + n, 'p' || n, n % 9 = 1 FROM generate_series(1, $1) n`,
		[PEOPLE],
	);
	await bot.query(
		"INSERT INTO discord_guild_members (guild_id, user_id, joined_at) SELECT $1, 5000000 + n, now() FROM generate_series(1, $2::int) n",
		[guild, PEOPLE],
	);
	await bot.query(
		`INSERT INTO discord_channels (id, guild_id, name, channel_type)
		SELECT 6000000 + n, $1, 'c' || n, 'guild_text' FROM generate_series(1, $2::int) n`,
		[guild, CHANNELS],
	);
	await bot.query(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp)
		SELECT app.snowflake_at(t.at) + n, $1, 6000001 + (n * n) % $3, 5000001 + ((n * 7919) % $2 * ((n * 104729) % 997)) / 997, t.at
		FROM generate_series(1, 6000) n, LATERAL (SELECT timestamptz '2026-11-20' - n * interval '173 minutes' AS at) t`,
		[guild, PEOPLE, CHANNELS],
	);
	await bot.query("UPDATE discord_messages SET deleted_at = now() WHERE id % 7 = 3 OR author_id = 5000005");
	await bot.query(
		`INSERT INTO discord_command_executions
			(id, guild_id, user_id, application_id, interaction_type, command_name, executed_at, response_time_ms, error)
		SELECT app.snowflake_at(t.at) + n, $1, 5000001, 5000001, 'application_command', 'c' || (n * n) % 17, t.at, n % 500, n % 5 = 0
		FROM generate_series(1, 3000) n, LATERAL (SELECT timestamptz '2026-11-20' - n * interval '331 minutes' AS at) t`,
		[guild],
	);
});

/** The scope of a page, on the web role. */
function inScope<T>(work: (scope: GuildScope, client: pg.PoolClient) => Promise<T>): Promise<T> {
	return entered(db, token, guild, (client) => {
		const rows = async <R>({ text, values }: Sql) =>
			(await client.query({ text, values: values as unknown[] })).rows as R[];
		const scope = {
			guildId: guild,
			actor: { userId: "5000001", level: 7 as Level },
			rows,
			one: async <R>(query: Sql) => (await rows<R>(query))[0],
			get db(): never {
				throw new Error("the overview is hand-written SQL");
			},
		};
		return work(scope, client);
	});
}

const counted = async <T>(text: string, values: unknown[]): Promise<T[]> =>
	(await db.pool("guildhall_owner").query(text, values)).rows as T[];

const periods = [
	{ from: "2026-10-23", to: "2026-11-20" },
	{ from: "2025-11-20", to: "2026-11-19" },
	{ from: "2026-09-01", to: "2026-10-31" },
	{ from: "2026-11-01", to: "2026-11-01" },
	{ from: "2026-03-15", to: "2026-07-02" },
];
// Havana's clocks go back at 01:00 to 00:00, Cairo's went forward at 00:00: days without one single midnight.
const zones = ["UTC", "Europe/Berlin", "America/Havana", "Africa/Cairo", "Asia/Kolkata"];
const cases = zones.flatMap((zone) => periods.map((period) => ({ zone, ...period })));

describe.each(cases)("$from to $to in $zone", ({ zone, from, to }) => {
	const range = parseRange({ from, to }, zone);

	test("messages by day equal a count of the hours' days", async () => {
		const rows = await counted<{ day: string; messages: number }>(
			`SELECT (hour AT TIME ZONE $2)::date::text AS day, sum(messages)::int AS messages FROM rollup_messages_hourly
			WHERE guild_id = $1 AND (hour AT TIME ZONE $2)::date BETWEEN $3 AND $4 GROUP BY 1`,
			[guild, zone, from, to],
		);
		const { messages: course, heatmap: week } = await inScope((scope) => messagesWritten(scope, range, zone));
		const days = new Map(rows.map(({ day, messages }) => [day, messages]));
		expect(course.series.filter((messages) => messages > 0)).toEqual(
			[...days]
				.filter(([, messages]) => messages > 0)
				.toSorted(([one], [other]) => one.localeCompare(other))
				.map(([, messages]) => messages),
		);
		expect(week.flat().reduce((total, messages) => total + messages, 0)).toBe(course.value);
	});

	test("hours of the week are the server's", async () => {
		const [busiest] = await counted<{ weekday: number; hour: number; messages: number }>(
			`SELECT extract(isodow FROM hour AT TIME ZONE $2)::int AS weekday, extract(hour FROM hour AT TIME ZONE $2)::int AS hour,
				sum(messages)::int AS messages
			FROM rollup_messages_hourly WHERE guild_id = $1 AND hour >= $3 AND hour < $4
			GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 1`,
			[guild, zone, range.from, range.to],
		);
		const { heatmap: week } = await inScope((scope) => messagesWritten(scope, range, zone));
		expect(week[(busiest?.weekday ?? 0) - 1]?.[busiest?.hour ?? -1]).toBe(busiest?.messages);
	});

	test("the busiest members are those of a full count", async () => {
		const rows = await counted(
			`SELECT m.author_id::text AS id, count(*)::int AS messages
			FROM discord_messages m JOIN discord_users u ON u.id = m.author_id AND NOT u.bot
			WHERE m.guild_id = $1 AND m.deleted_at IS NULL AND (m.timestamp AT TIME ZONE 'UTC')::date BETWEEN $2 AND $3
			GROUP BY m.author_id ORDER BY 2 DESC, m.author_id LIMIT 8`,
			[guild, from, to],
		);
		const top = await inScope((scope) => topMembers(scope, range));
		expect(top.map(({ id, messages }) => ({ id, messages }))).toEqual(rows);
		const before = await counted<{ id: string; messages: number }>(
			`SELECT author_id::text AS id, count(*)::int AS messages FROM discord_messages
			WHERE guild_id = $1 AND deleted_at IS NULL AND (timestamp AT TIME ZONE 'UTC')::date BETWEEN $2 AND $3 GROUP BY 1`,
			[guild, range.previous.firstDay, range.previous.lastDay],
		);
		const previous = new Map(before.map(({ id, messages }) => [id, messages]));
		expect(top.map((member) => member.previous)).toEqual(top.map(({ id }) => previous.get(id) ?? 0));
	});

	test("the busiest channels are those of a full count", async () => {
		const counts = (first: string, last: string) =>
			counted<{ id: string; messages: number }>(
				`SELECT channel_id::text AS id, count(*)::int AS messages FROM discord_messages
				WHERE guild_id = $1 AND deleted_at IS NULL AND (timestamp AT TIME ZONE 'UTC')::date BETWEEN $2 AND $3
				GROUP BY channel_id ORDER BY 2 DESC, channel_id`,
				[guild, first, last],
			);
		const { firstDay, lastDay } = range.previous;
		const before = new Map((await counts(firstDay, lastDay)).map(({ id, messages }) => [id, messages]));
		const top = await inScope((scope) => topChannels(scope, range));
		expect(top.map(({ id, messages, previous }) => ({ id, messages, previous }))).toEqual(
			(await counts(from, to)).slice(0, 8).map((row) => ({ ...row, previous: before.get(row.id) ?? 0 })),
		);
	});

	test("active members are distinct over the whole and over each step", async () => {
		const distinct = `SELECT count(DISTINCT author_id)::int AS people FROM discord_messages
			WHERE guild_id = $1 AND deleted_at IS NULL AND (timestamp AT TIME ZONE 'UTC')::date BETWEEN $2 AND $3`;
		const figure = await inScope((scope) => activeMembers(scope, range));
		expect([{ people: figure.value }]).toEqual(await counted(distinct, [guild, from, to]));
		const { firstDay, lastDay } = range.previous;
		expect([{ people: figure.previous }]).toEqual(await counted(distinct, [guild, firstDay, lastDay]));
		const edges = pointEdges(range);
		expect(figure.series).toHaveLength(edges.length - 1);
		for (const [index, people] of figure.series.entries())
			expect([{ people }]).toEqual(
				await counted(distinct, [guild, edges[index], dayBefore(edges[index + 1] ?? to)]),
			);
	});

	test("commands are those of a full count", async () => {
		const rows = await counted(
			`SELECT command_name AS name, count(*) FILTER (WHERE hour >= $3)::int AS executions,
				count(*) FILTER (WHERE hour >= $3 AND error)::int AS errors, count(*) FILTER (WHERE hour < $3)::int AS previous
			FROM (SELECT *, date_trunc('hour', executed_at, 'UTC') AS hour FROM discord_command_executions) e
			WHERE guild_id = $1 AND hour >= $2 AND hour < $4
			GROUP BY 1 HAVING count(*) FILTER (WHERE hour >= $3) > 0 ORDER BY 2 DESC, 1 LIMIT 8`,
			[guild, range.previous.from, range.from, range.to],
		);
		expect(await inScope((scope) => topCommands(scope, range))).toEqual(rows);
		const [total] = await counted(
			`SELECT count(*)::int AS commands, count(*) FILTER (WHERE error)::int AS errors
			FROM (SELECT *, date_trunc('hour', executed_at, 'UTC') AS hour FROM discord_command_executions) e
			WHERE guild_id = $1 AND hour >= $2 AND hour < $3`,
			[guild, range.from, range.to],
		);
		const { commands, errors } = await inScope((scope) => commandsByDay(scope, range, zone));
		expect({ commands: commands.value, errors: errors.value }).toEqual(total);
	});
});
