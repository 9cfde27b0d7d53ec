import { beforeAll, describe, expect, test } from "vitest";
import { parsePeriod } from "@/lib/analytics/period/period";
import type { PeriodQuery } from "@/lib/analytics/schema";
import type { Level } from "@/lib/auth/permissions";
import { exploreIn } from "@/lib/explore/data";
import { planFor } from "@/lib/explore/plan";
import { type Definition, dimensions, measures } from "@/lib/explore/schema";
import { type TestDatabase, testDatabase } from "./database";
import { inScope } from "./guild-scope";
import { makeAdmin, makeGuild } from "./people";

type Person = { token: string; userId: string; level: Level };

let db: TestDatabase;
let guild: string;
let owner: Person;

beforeAll(async () => {
	db = await testDatabase();
	return () => db.drop();
});
beforeAll(async () => {
	guild = await makeGuild(db);
	owner = { ...(await makeAdmin(db, guild)), level: 7 };
	await populate(guild);
});

const at = "timestamptz '2026-11-20 12:34:56' - n * interval";

/** Rows of every source in the 13 months before 20 November 2026, and some in another guild. */
async function populate(id: string): Promise<void> {
	const bot = db.pool("guildhall_bot");
	const other = await makeGuild(db);
	await bot.query(
		"INSERT INTO discord_users (id, username, bot) SELECT 5000000 + n, 'p' || n, n % 9 = 1 FROM generate_series(1, 40) n",
	);
	for (const each of [id, other]) {
		await bot.query(
			`INSERT INTO discord_guild_members (guild_id, user_id, joined_at, left_at)
			SELECT $1, 5000000 + n, ${at} '9 days', CASE WHEN n % 4 = 0 THEN ${at} '8 days' END FROM generate_series(1, 40) n`,
			[each],
		);
		await bot.query(
			"INSERT INTO discord_roles (id, guild_id, name, position, permissions) VALUES ($1::bigint + 70000, $1, 'r', 1, 0)",
			[each],
		);
		await bot.query(
			`INSERT INTO discord_member_roles (guild_id, user_id, role_id)
			SELECT $1, 5000000 + n, $1::bigint + 70000 FROM generate_series(3, 40, 5) n`,
			[each],
		);
		await bot.query(
			`INSERT INTO discord_channels (id, guild_id, name, channel_type)
			SELECT $1::bigint + 10000 * n, $1, 'c' || n, 'guild_text' FROM generate_series(1, 3) n`,
			[each],
		);
		await bot.query(
			`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp, message_type)
			SELECT app.snowflake_at(${at} '173 minutes') + 2 * n + ${Number(each === id)}, $1, $1::bigint + 10000 * (1 + n % 3), 5000001 + (n * 7919) % 40,
				${at} '173 minutes', CASE WHEN n % 4 = 0 THEN 'reply' ELSE 'default' END
			FROM generate_series(1, 3000) n`,
			[each],
		);
		await bot.query(
			`INSERT INTO discord_command_executions
				(id, guild_id, channel_id, user_id, application_id, interaction_type, command_name, executed_at, response_time_ms, error)
			SELECT app.snowflake_at(${at} '331 minutes') + 2 * n + ${Number(each === id)}, $1, $1::bigint + 10000 * (1 + n % 3), 5000001 + n % 40, 5000001,
				CASE WHEN n % 11 = 0 THEN 'message_component' ELSE 'application_command' END, 'c' || (n * n) % 7,
				${at} '331 minutes', n % 500, n % 5 = 0
			FROM generate_series(1, 1500) n`,
			[each],
		);
		await bot.query(
			`INSERT INTO discord_voice_states (guild_id, channel_id, user_id, session_id, joined_at, left_at)
			SELECT $1, $1::bigint + 10000 * (1 + n % 3), 5000001 + n % 40, $1 || '-' || n, ${at} '7 hours', ${at} '7 hours' + n * interval '17 s'
			FROM generate_series(1, 300) n`,
			[each],
		);
		await bot.query(
			`INSERT INTO cases (guild_id, case_number, case_type, case_reason, case_moderator_id, case_user_id, created_at, resolved_at)
			SELECT $1, n, (ARRAY['WARN', 'BAN', 'KICK'])[1 + n % 3], 'r', 5000001 + n % 5, 5000001 + n % 40, ${at} '11 hours',
				CASE WHEN n % 2 = 0 THEN ${at} '11 hours' + n * interval '13 min' END
			FROM generate_series(1, 200) n`,
			[each],
		);
		await bot.query(
			`INSERT INTO discord_native_audit_log (id, guild_id, action_type, user_id)
			SELECT app.snowflake_at(${at} '5 hours') + 2 * n + ${Number(each === id)}, $1, 20 + n % 6, 5000001 + n % 5 FROM generate_series(1, 500) n`,
			[each],
		);
	}
	await bot.query("UPDATE discord_messages SET deleted_at = now() WHERE id % 7 = 3");
}

const period = (asked: PeriodQuery, timeZone = "Europe/Berlin") =>
	parsePeriod(asked, { timeZone, recordedSince: "2020-01-01T00:00:00Z" }, new Date("2026-11-20T13:00:00Z"));

const run = (definition: Definition, asked: PeriodQuery = { range: "90d" }, who = owner) =>
	inScope(db, guild, who, (scope) => exploreIn(scope, definition, period(asked)));

const counted = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
	(await db.pool("guildhall_owner").query(text, [guild, ...values])).rows as T[];

describe("every measure by every dimension", () => {
	/** A few hundred statements: on a busy machine they take their time. */
	const patience = { timeout: 180_000 };
	const pairs = measures.flatMap((measure) => dimensions.map((dimension) => ({ measure, dimension })));
	test.for([1, 2, 3, 5])(
		"is answered or refused at level %i, as the catalogue says",
		patience,
		async (level) => {
			const { token, userId } = await makeAdmin(db, guild, level);
			const who = { token, userId, level: level as Level };
			for (const pair of pairs) {
				const plan = planFor(pair, level);
				const answer = run(pair, { range: "30d", compare: "previous" }, who);
				if (plan.refused === undefined) expect(await answer).toMatchObject(pair);
				else {
					const code = plan.refused === "level" ? "forbidden" : "invalid_input";
					await expect(answer).rejects.toMatchObject({ code });
				}
			}
		},
	);
});

describe("figures equal a recount of what they count", () => {
	const { current } = period({ range: "90d" });
	const span = [current.from, current.to];
	const dates = [current.firstDay, current.lastDay];
	const local = (column: string) => `(${column} AT TIME ZONE 'Europe/Berlin')`;

	test("messages by hour of the week, in the server's zone across a change of the clocks", async () => {
		const rows = await counted<{ place: number; n: number }>(
			`SELECT (extract(isodow FROM ${local("timestamp")})::int - 1) * 24 + extract(hour FROM ${local("timestamp")})::int AS place,
				count(*)::int AS n
			FROM discord_messages WHERE guild_id = $1 AND deleted_at IS NULL AND timestamp >= $2 AND timestamp < $3 GROUP BY 1`,
			span,
		);
		const wanted = Array<number>(168).fill(0);
		for (const { place, n } of rows) wanted[place] = n;
		const { places, total } = await run({ measure: "messages", dimension: "heat" });
		expect(places.values).toEqual(wanted);
		expect(total.value).toBe(wanted.reduce((sum, n) => sum + n, 0));
	});

	test("distinct members by week, and over the whole period, which is no sum", async () => {
		const definition = { measure: "activeMembers", dimension: "time" } as const;
		const asked = { range: "90d", by: "week" } as const;
		const { days } = period(asked).current;
		const rows = await counted<{ n: number }>(
			`SELECT count(DISTINCT m.author_id)::int AS n
			FROM unnest($2::date[], $3::date[]) WITH ORDINALITY AS p (first, after, place)
				LEFT JOIN discord_messages m ON m.guild_id = $1 AND m.deleted_at IS NULL
					AND (m.timestamp AT TIME ZONE 'UTC')::date >= p.first AND (m.timestamp AT TIME ZONE 'UTC')::date < p.after
			GROUP BY p.place ORDER BY p.place`,
			[days.slice(0, -1), days.slice(1)],
		);
		const answer = await run(definition, asked);
		expect(answer.places.values).toEqual(rows.map(({ n }) => n));
		const [whole] = await counted(
			`SELECT count(DISTINCT author_id)::int AS value FROM discord_messages
			WHERE guild_id = $1 AND deleted_at IS NULL AND (timestamp AT TIME ZONE 'UTC')::date BETWEEN $2 AND $3`,
			[days[0], answer.period.current.lastDay],
		);
		expect(answer.total).toMatchObject(whole as object);
	});

	test("messages by member, of those who hold a role", async () => {
		const rows = await counted(
			`SELECT m.author_id::text AS key, count(*)::int AS value FROM discord_messages m
				JOIN discord_member_roles h ON h.guild_id = m.guild_id AND h.user_id = m.author_id AND h.role_id = $1::bigint + 70000
			WHERE m.guild_id = $1 AND m.deleted_at IS NULL AND (m.timestamp AT TIME ZONE 'UTC')::date BETWEEN $2 AND $3
			GROUP BY m.author_id ORDER BY 2 DESC, m.author_id`,
			dates,
		);
		const role = String(BigInt(guild) + 70_000n);
		const { groups, groupCount } = await run({ measure: "messages", dimension: "member", role });
		expect(groups.map(({ key, value }) => ({ key, value }))).toEqual(rows);
		expect(groupCount).toBe(rows.length);
	});

	test("messages of bots", async () => {
		const [row] = await counted(
			`SELECT count(*)::int AS value FROM discord_messages m JOIN discord_users u ON u.id = m.author_id AND u.bot
			WHERE m.guild_id = $1 AND m.deleted_at IS NULL AND (m.timestamp AT TIME ZONE 'UTC')::date BETWEEN $2 AND $3`,
			dates,
		);
		const { total } = await run({ measure: "messages", dimension: "weekday", kind: "bots" });
		expect(total).toMatchObject(row as object);
	});

	test("executions by command, and what failed in one channel by member", async () => {
		const where =
			"guild_id = $1 AND interaction_type = 'application_command' AND executed_at >= $2 AND executed_at < $3";
		const commands = await counted(
			`SELECT command_name AS key, count(*)::int AS value FROM discord_command_executions WHERE ${where} GROUP BY 1 ORDER BY 2 DESC, 1`,
			span,
		);
		const byCommand = await run({ measure: "executions", dimension: "command" });
		expect(byCommand.groups.map(({ key, value }) => ({ key, value }))).toEqual(commands);
		const channel = String(BigInt(guild) + 20_000n);
		const failed = await counted(
			`SELECT user_id::text AS key, count(*)::int AS value FROM discord_command_executions
			WHERE ${where} AND error AND channel_id = $4 GROUP BY user_id ORDER BY 2 DESC, user_id`,
			[...span, channel],
		);
		const byMember = await run({ measure: "errors", dimension: "member", channel });
		expect(byMember.groups.map(({ key, value }) => ({ key, value }))).toEqual(failed);
	});

	test("response times within what their histogram promises", async () => {
		const rows = await counted<{ key: string; exact: number }>(
			`SELECT command_name AS key, percentile_disc(0.95) WITHIN GROUP (ORDER BY response_time_ms)::float8 AS exact
			FROM discord_command_executions
			WHERE guild_id = $1 AND interaction_type = 'application_command' AND executed_at >= $2 AND executed_at < $3 GROUP BY 1`,
			span,
		);
		const { groups } = await run({ measure: "responseSlow", dimension: "command" });
		expect(groups).toHaveLength(rows.length);
		for (const { key, exact } of rows) {
			const value = groups.find((group) => group.key === key)?.value ?? 0;
			expect(value / exact).toBeGreaterThan(0.88);
			expect(value / exact).toBeLessThan(1.12);
		}
	});

	test("cases by moderator with the period before, their median duration, and Discord's log by action", async () => {
		const { comparison } = period({ range: "90d" });
		const rows = await counted(
			`SELECT case_moderator_id::text AS key, count(*) FILTER (WHERE created_at >= $2)::int AS value,
				count(*) FILTER (WHERE created_at < $2)::int AS previous
			FROM cases WHERE guild_id = $1 AND created_at >= $4 AND created_at < $3
			GROUP BY case_moderator_id ORDER BY 2 DESC, case_moderator_id`,
			[...span, comparison?.from],
		);
		const { groups } = await run({ measure: "cases", dimension: "moderator" });
		expect(groups.map(({ key, value, previous }) => ({ key, value, previous }))).toEqual(rows);
		const [median] = await counted<{ value: number }>(
			`SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - created_at))::float8 / 60 AS value
			FROM cases WHERE guild_id = $1 AND created_at >= $2 AND created_at < $3`,
			span,
		);
		const { total } = await run({ measure: "caseDuration", dimension: "time" });
		expect(total.value).toBeCloseTo(median?.value ?? 0, 6);
		const actions = await counted(
			`SELECT action_type::text AS key, count(*)::int AS value FROM discord_native_audit_log
			WHERE guild_id = $1 AND app.snowflake_time(id) >= $2 AND app.snowflake_time(id) < $3 GROUP BY action_type
			ORDER BY 2 DESC, action_type`,
			span,
		);
		const entries = await run({ measure: "auditEntries", dimension: "action" });
		expect(entries.groups.map(({ key, value }) => ({ key, value }))).toEqual(actions);
	});

	test("minutes in voice by channel, by days of UTC", async () => {
		const rows = await counted(
			`SELECT v.channel_id::text AS key, round(sum(extract(epoch FROM least(v.left_at, $3::timestamptz) - greatest(v.joined_at, $2::timestamptz))) / 60)::int AS value
			FROM discord_voice_states v WHERE v.guild_id = $1 AND v.joined_at < $3 AND v.left_at > $2 GROUP BY v.channel_id
			ORDER BY 2 DESC`,
			[`${dates[0]}T00:00:00Z`, new Date(Date.parse(dates[1] ?? "") + 86_400_000).toISOString()],
		);
		const { groups } = await run({ measure: "voiceMinutes", dimension: "channel" });
		expect(groups.map(({ key, value }) => ({ key, value: Math.round(value ?? 0) }))).toEqual(rows);
	});
});
