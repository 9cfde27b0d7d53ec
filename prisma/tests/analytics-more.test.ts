import { describe, expect, test } from "vitest";
import { readCommandUse } from "@/lib/analytics/commands/data";
import { readHealth } from "@/lib/analytics/health/data";
import type { PeriodQuery } from "@/lib/analytics/schema";
import { analyticsScene, counted, inPeriod, reading, week, write } from "./analytics-scene";
import { type HealthFigures, healthRecount } from "./health-recount";

analyticsScene();

/** Compares what is told of each point with the executions that lie in it: hours, or days of UTC. */
async function recounts(cut: PeriodQuery): Promise<void> {
	const { period, timesByPoint, commands } = await reading(readCommandUse, 5, cut);
	expect(period.granularity).toBe(cut.by);
	const { edges: hours, days } = period.current;
	const edges = cut.by === "hour" ? hours : days.map((day) => `${day}T00:00:00Z`);
	const rows = await counted<{ point: number; name: string | null; executions: number; times: number[] }>(
		`SELECT p.point::int, x.command_name AS name, count(*)::int AS executions,
			percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (
				ORDER BY app.latency_of(app.latency_bucket(x.response_time_ms))) AS times
		FROM unnest('{${edges.slice(0, -1)}}'::timestamptz[], '{${edges.slice(1)}}'::timestamptz[])
				WITH ORDINALITY AS p (first, after, point)
			JOIN discord_command_executions x ON x.guild_id = $1 AND x.executed_at >= p.first AND x.executed_at < p.after
		GROUP BY GROUPING SETS ((p.point), (p.point, x.command_name))`,
	);
	const at = (command: string | null, point: number) =>
		rows.find((row) => row.name === command && row.point === point + 1);
	const none = [null, null, null];
	expect(timesByPoint?.map(({ p50, p95, p99 }) => [p50, p95, p99])).toEqual(
		timesByPoint?.map((_, point) => at(null, point)?.times ?? none),
	);
	expect(commands.length).toBeGreaterThan(3);
	for (const { name, trend } of commands)
		expect(trend, name).toEqual(trend.map((_, point) => at(name, point)?.executions ?? 0));
}

describe("commands", () => {
	test("every count is that of the executions themselves", async () => {
		const use = await reading(readCommandUse);
		const points = await counted<{ executions: number; errors: number }>(
			`SELECT count(*)::int AS executions, count(*) FILTER (WHERE error)::int AS errors
			FROM discord_command_executions WHERE guild_id = $1 AND ${inPeriod("executed_at")}
			GROUP BY ${week("executed_at")} ORDER BY ${week("executed_at")}`,
		);
		expect(use.executions.series).toEqual(points.map(({ executions }) => executions));
		expect(use.errors.series).toEqual(points.map(({ errors }) => errors));
		const commands = await counted(
			`SELECT command_name AS name, count(*)::int AS executions, count(*) FILTER (WHERE error)::int AS errors
			FROM discord_command_executions WHERE guild_id = $1 AND ${inPeriod("executed_at")}
			GROUP BY 1 ORDER BY 2 DESC, 1`,
		);
		expect(use.commands.map(({ name, executions, errors }) => ({ name, executions, errors }))).toEqual(
			commands,
		);
		expect(use.heatmap?.flat().reduce((sum, value) => sum + value, 0)).toBe(use.executions.value);
	});

	test("times are at most 11.8 % off those of the executions", async () => {
		const use = await reading(readCommandUse);
		const exact = await counted<{ name: string | null; p50: number; p95: number; p99: number }>(
			`SELECT command_name AS name, percentile_disc(0.5) WITHIN GROUP (ORDER BY response_time_ms) AS p50,
				percentile_disc(0.95) WITHIN GROUP (ORDER BY response_time_ms) AS p95,
				percentile_disc(0.99) WITHIN GROUP (ORDER BY response_time_ms) AS p99
			FROM discord_command_executions WHERE guild_id = $1 AND ${inPeriod("executed_at")}
			GROUP BY GROUPING SETS ((), (command_name))`,
		);
		for (const { name, ...times } of exact) {
			const found = name === null ? use.times : use.commands.find((command) => command.name === name);
			for (const share of ["p50", "p95", "p99"] as const)
				expect(Math.abs((found?.[share] ?? 0) / times[share] - 1)).toBeLessThan(0.119);
		}
	});

	const cuts = [
		{ by: "week", from: "2026-10-01", to: "2026-11-14" },
		{ by: "day", from: "2026-10-20", to: "2026-11-10" },
		{ by: "month", from: "2026-08-01", to: "2026-11-14" },
		{ by: "hour", from: "2026-10-31", to: "2026-11-02" },
	] as const;

	test.each(cuts)("times and the course of each command by $by are those of its executions", recounts);

	test("failures are told by what was written down", async () => {
		const { failures, errors } = await reading(readCommandUse);
		expect(failures?.read).toBe(errors.value);
		const kinds = await counted(
			`SELECT error_message AS message, count(*)::int AS count FROM discord_command_executions
			WHERE guild_id = $1 AND error AND ${inPeriod("executed_at")} GROUP BY 1 ORDER BY 2 DESC, 1`,
		);
		expect(failures?.kinds.map(({ message, count }) => ({ message, count }))).toEqual(kinds);
		expect(failures?.kinds.every(({ command }) => command === null)).toBe(true);
	});
});

describe("health", () => {
	test("each part's figure is that of a recount of its weeks", async () => {
		await write(
			`INSERT INTO cases (guild_id, case_type, case_reason, case_moderator_id, case_user_id, created_at)
			SELECT $1, 'WARN', 'r', 5000001, 5000010, timestamptz '2026-11-12' - n * interval '3 days' FROM generate_series(1, 20) n`,
		);
		const { current, mondays, weeks } = await reading(readHealth);
		expect([mondays.at(-weeks), weeks]).toEqual(["2026-09-28", 6]);
		const [sums] = await counted<HealthFigures>(
			healthRecount("$1", { first: "2026-09-28", end: "2026-11-09" }),
		);
		for (const { name, figure } of current.parts)
			expect(figure, name).toBeCloseTo(sums?.[name] ?? Number.NaN, 9);
	});

	test("says below level 3 that weeks with few newcomers are left out, and counts the others alike", async () => {
		const full = await reading(readHealth, 5);
		const discreet = await reading(readHealth, 2);
		const retention = ({ current }: typeof full) => current.parts.find(({ name }) => name === "retention");
		expect([full.hidesNewcomers, discreet.hidesNewcomers]).toEqual([false, true]);
		const [weeks] = await counted<{ all: number; many: number | null }>(
			`SELECT sum(w.stayed)::float8 / sum(w.size) AS all,
				(sum(w.stayed) FILTER (WHERE w.size >= 5))::float8 / sum(w.size) FILTER (WHERE w.size >= 5) AS many
			FROM (
				SELECT count(*) AS size, count(*) FILTER (WHERE EXISTS (
					SELECT FROM discord_messages m WHERE m.guild_id = j.guild_id AND m.author_id = j.user_id AND m.deleted_at IS NULL
						AND (m.timestamp AT TIME ZONE 'UTC')::date - (j.joined_at AT TIME ZONE 'UTC')::date BETWEEN 7 AND 13)) AS stayed
				FROM discord_guild_members j
				WHERE j.guild_id = $1 AND j.joined_at >= '2026-09-14Z' AND j.joined_at < '2026-10-26Z'
				GROUP BY date_trunc('week', j.joined_at, 'UTC')) w`,
		);
		expect(retention(full)?.figure).toBeCloseTo(weeks?.all ?? Number.NaN, 9);
		expect(retention(discreet)?.figure ?? null).toEqual(weeks?.many ?? null);
		expect(discreet.current.parts.map(({ name }) => name)).toEqual(
			full.current.parts.map(({ name }) => name),
		);
	});

	test("reports of the bot stand beside it, for those who may read them", async () => {
		await write(
			`INSERT INTO community_health (server_id, date, health_score, positive_sentiment_ratio, toxicity_incidents)
			VALUES ($1, '2026-10-05', 0.8, 0.5, 2), ($1, '2026-10-06', 0.6, 0.7, 1), ($1, '2026-12-01', 0.1, 0.1, 50)`,
		);
		const { reported, scores } = await reading(readHealth);
		expect(reported).toMatchObject({ score: 70, incidents: 3, days: 2 });
		expect(reported?.positive).toBeCloseTo(0.6);
		expect(reported?.scores).toHaveLength(scores.length);
		expect((await reading(readHealth, 2)).reported).toBeNull();
	});
});
