import { beforeAll, describe, expect, test } from "vitest";
import { readCommandUse } from "@/lib/analytics/commands/data";
import type { CommandUse } from "@/lib/analytics/commands/schema";
import type { PeriodQuery, Window } from "@/lib/analytics/schema";
import { analyticsScene, counted, reading, write } from "./analytics-scene";

const channel = "6000001";

analyticsScene();

beforeAll(async () => {
	await write(
		`INSERT INTO discord_command_executions (id, guild_id, channel_id, user_id, application_id, interaction_type, command_name,
			executed_at, error)
		SELECT app.snowflake_at(t.at) + 9000 + n, $1, 6000001, 5000001, 5000003,
			(ARRAY['application_command', 'message_component'])[1 + (n % 9 = 0)::int], 'told ' || n % 4, t.at, n % 13 = 0
		FROM generate_series(1, 900) n, LATERAL (SELECT timestamptz '2026-11-19' - n * interval '131 minutes' AS at) t`,
	);
	await write(
		"UPDATE discord_command_executions SET channel_id = 6000001 WHERE guild_id = $1 AND id % 3 = 0",
	);
	await write("UPDATE discord_command_executions SET channel_id = NULL WHERE guild_id = $1 AND id % 7 = 0");
	await write("DELETE FROM discord_command_executions WHERE guild_id = $1 AND id % 5 = 0");
});

function inChannel(period: PeriodQuery): Promise<CommandUse> {
	return reading((scope, asked) => readCommandUse(scope, { ...asked, channel }), 5, period);
}

type Point = { point: number; name: string | null; executions: number; errors: number };

/** The channel's executions at each point of a window, in all and by command: days are UTC's. */
function points({ days }: Window): Promise<Point[]> {
	return counted<Point>(
		`SELECT p.point::int - 1 AS point, x.command_name AS name, count(*)::int AS executions,
			count(*) FILTER (WHERE x.error)::int AS errors
		FROM unnest('{${days.slice(0, -1)}}'::date[], '{${days.slice(1)}}'::date[]) WITH ORDINALITY AS p (first, after, point)
			JOIN discord_command_executions x ON x.guild_id = $1 AND x.channel_id = ${channel}
				AND x.interaction_type = 'application_command'
				AND x.executed_at >= p.first::timestamp AT TIME ZONE 'UTC' AND x.executed_at < p.after::timestamp AT TIME ZONE 'UTC'
		GROUP BY GROUPING SETS ((p.point), (p.point, x.command_name))`,
	);
}

const sum = (rows: readonly Point[]) => rows.reduce((total, { executions }) => total + executions, 0);

describe.each<[string, PeriodQuery]>([
	["weeks", { from: "2026-10-01", to: "2026-11-14", by: "week" }],
	["days", { from: "2026-10-20", to: "2026-11-10", by: "day" }],
	["hours, of which only days are counted", { from: "2026-10-31", to: "2026-11-02", by: "hour" }],
])("one channel's uses of commands by %s", (_, cut) => {
	test("are its executions, in all and by command, and those before", async () => {
		const { period, executions, errors, commands, ...use } = await inChannel({ ...cut, compare: "previous" });
		const rows = await points(period.current);
		const before = period.comparison ? await points(period.comparison) : [];
		const series = (of: Point[], key: "executions" | "errors", name: string | null, { days }: Window) =>
			days.slice(1).map((_, at) => of.find((row) => row.point === at && row.name === name)?.[key] ?? 0);
		expect(executions.series).toEqual(series(rows, "executions", null, period.current));
		expect(errors.series).toEqual(series(rows, "errors", null, period.current));
		expect(executions.previousSeries).toEqual(
			period.comparison && series(before, "executions", null, period.comparison),
		);
		expect(commands.length).toBeGreaterThan(4);
		expect(commands.map(({ executions }) => executions)).toEqual(
			commands.map(({ executions }) => executions).toSorted((one, other) => other - one),
		);
		for (const command of commands) {
			const own = rows.filter(({ name }) => name === command.name);
			expect(command).toMatchObject({
				executions: sum(own),
				previous: sum(before.filter(({ name }) => name === command.name)),
				trend: series(rows, "executions", command.name, period.current),
				p50: null,
			});
		}
		expect(commands.reduce((total, { executions }) => total + executions, 0)).toBe(executions.value);
		expect(use).toMatchObject({ channel, times: null, timesByPoint: null, heatmap: null, failures: null });
	});
});

test("a channel in which nobody used a command has none", async () => {
	const use = await reading((scope, asked) => readCommandUse(scope, { ...asked, channel: "6000099" }));
	expect([use.executions.value, use.commands, use.errorRate.value]).toEqual([0, [], null]);
});
