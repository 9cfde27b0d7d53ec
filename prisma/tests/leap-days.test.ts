import { beforeAll, describe, expect, test } from "vitest";
import { readActivity } from "@/lib/analytics/activity/data";
import { readCommandUse } from "@/lib/analytics/commands/data";
import { readGrowth } from "@/lib/analytics/growth/data";
import { readModeration } from "@/lib/analytics/moderation/data";
import type { Course, Rate } from "@/lib/analytics/period/course";
import type { Period, PeriodQuery } from "@/lib/analytics/schema";
import { readSupport } from "@/lib/analytics/support/data";
import { readVoice } from "@/lib/analytics/voice/data";
import type { GuildScope } from "@/lib/auth/scope";
import { analyticsScene, counted, reading, write, zone } from "./analytics-scene";

analyticsScene();

const moments =
	"generate_series(1, 260) n, LATERAL (SELECT timestamptz '2023-03-20 04:31Z' - n * interval '5 hours 7 minutes' AS at) t";

/** Something of everything, several times a day, around the end of February of 2023. */
beforeAll(async () => {
	await write(
		`INSERT INTO discord_messages (id, guild_id, channel_id, author_id, timestamp, message_type)
		SELECT app.snowflake_at(t.at) + n, $1, 6000001, 5000001 + n * n % 40, t.at, CASE WHEN n % 3 = 0 THEN 'reply' ELSE 'default' END
		FROM ${moments}`,
	);
	await write(
		`INSERT INTO discord_message_reactions (guild_id, message_id, user_id, emoji_name)
		SELECT guild_id, id, 5000009, 'x' FROM discord_messages WHERE guild_id = $1 AND id % 2 = 0`,
	);
	await write(
		`INSERT INTO discord_command_executions (id, guild_id, user_id, application_id, interaction_type, command_name, executed_at,
			response_time_ms, error)
		SELECT app.snowflake_at(t.at) + n, $1, 5000001, 5000003, 'application_command', 'c' || n % 3, t.at, n, n % 4 = 0 FROM ${moments}`,
	);
	await write(
		`INSERT INTO discord_voice_states (guild_id, user_id, channel_id, session_id, joined_at, left_at)
		SELECT $1, 5000001 + n % 40, 6000001, 's' || n, t.at, t.at + n * interval '3 minutes' FROM ${moments}`,
	);
	await write(
		`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, created_at)
		SELECT $1, CASE WHEN n % 3 = 0 THEN 'BAN' ELSE 'WARN' END, 'r', 5000001, 5000002 + n % 30, t.at FROM ${moments}`,
	);
	await write(
		`WITH told AS (
			INSERT INTO conversations (server_id, channel_id, user_id, username, transcript, status, created_at)
			SELECT $1, 6000001, 5000009, 'p', '[]', 'forwarded', t.at FROM ${moments} RETURNING id, server_id, created_at)
		INSERT INTO forwarded_tickets (conversation_id, server_id, forwarded_at, status, resolved_at)
		SELECT id, server_id, created_at, 'resolved', created_at + interval '31 hours' FROM told`,
	);
	await write(
		`UPDATE discord_guild_members SET joined_at = timestamptz '2023-03-20' - (user_id - 5000000) * interval '29 hours',
			left_at = CASE WHEN user_id % 5 = 0 THEN timestamptz '2023-03-20' - (user_id - 5000000) * interval '21 hours' END
		WHERE guild_id = $1`,
	);
});

type Tab = (scope: GuildScope, asked: PeriodQuery) => Promise<{ period: Period }>;

const tabs: [string, Tab][] = [
	["activity", readActivity],
	["one channel", (scope, asked) => readActivity(scope, { ...asked, channel: "6000001" })],
	["people", (scope, asked) => readActivity(scope, { ...asked, kind: "people" })],
	["commands", readCommandUse],
	["commands in one channel", (scope, asked) => readCommandUse(scope, { ...asked, channel: "6000001" })],
	["growth", readGrowth],
	["voice", readVoice],
	["voice of people", (scope, asked) => readVoice(scope, { ...asked, kind: "people" })],
	["moderation", readModeration],
	["support", readSupport],
];

/** Every figure of a tab that has a course, whatever it lies in. */
function courses(shown: unknown, name = ""): [string, Course | Rate][] {
	if (typeof shown !== "object" || shown === null) return [];
	if ("previousSeries" in shown) return [[name, shown as Course | Rate]];
	return Object.entries(shown).flatMap(([key, value]) => courses(value, `${name} ${key}`.trim()));
}

/** What stands at the end of a point stays what it was where the point is empty, and nothing can be divided there. */
const standing = new Set(["members", "open", "backlog"]);
const rates = new Set(["perMember", "errorRate", "average", "conversations resolvedShare"]);

/** A course of days with an empty point after the 28th, the third. */
function withEmptyDay(name: string, series: readonly (number | null)[]): (number | null)[] {
	const empty = standing.has(name) ? (series[2] ?? 0) : rates.has(name) ? null : 0;
	return [...series.slice(0, 3), empty, ...series.slice(3)];
}

describe.each(tabs)("%s set against the year before", (_, read) => {
	test("has an empty point for 29 February, and every other date beside itself", async () => {
		const leap = await reading(read, 5, { from: "2024-02-26", to: "2024-03-03", by: "day", compare: "year" });
		const before = await reading(read, 5, { from: "2023-02-26", to: "2023-03-03", by: "day" });
		const found = courses(leap);
		expect(found.length).toBeGreaterThan(0);
		const expected = new Map(courses(before));
		for (const [name, { previous, previousSeries }] of found) {
			const own = expected.get(name);
			expect(previousSeries, name).toEqual(withEmptyDay(name, own?.series ?? []));
			expect(previous, name).toBe(own?.value);
		}
	});

	test("has all of February where it ends on the 28th", async () => {
		const leap = await reading(read, 5, { from: "2024-02-01", to: "2024-02-28", by: "day", compare: "year" });
		const before = await reading(read, 5, { from: "2023-02-01", to: "2023-02-28", by: "day" });
		const expected = new Map(courses(before));
		for (const [name, { previous, previousSeries }] of courses(leap)) {
			expect(previousSeries, name).toEqual(expected.get(name)?.series);
			expect(previous, name).toBe(expected.get(name)?.value);
		}
	});
});

test("the messages of those days are the ones stored", async () => {
	const { messages, active } = await reading(readActivity, 5, {
		from: "2024-02-26",
		to: "2024-03-03",
		by: "day",
		compare: "year",
	});
	const perDate = (figure: string, clock: string) =>
		counted<{ n: number }>(
			`SELECT count(${figure})::int AS n
			FROM unnest('{2023-02-26,2023-02-27,2023-02-28,null,2023-03-01,2023-03-02,2023-03-03}'::date[]) WITH ORDINALITY AS d (day, at)
				LEFT JOIN discord_messages m ON m.guild_id = $1 AND (m.timestamp AT TIME ZONE '${clock}')::date = d.day
			GROUP BY d.at ORDER BY d.at`,
		);
	expect(messages.previousSeries).toEqual((await perDate("m.id", zone)).map(({ n }) => n));
	expect(active?.previousSeries).toEqual((await perDate("DISTINCT m.author_id", "UTC")).map(({ n }) => n));
	expect(Math.min(...(messages.previousSeries?.toSpliced(3, 1) ?? []))).toBeGreaterThan(0);
});
