import "server-only";
import type { Period } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import type { Timed } from "./times";

type Points = Pick<Period, "current" | "granularity">;

/** The times at each point. */
export async function timesByPoint(guild: GuildScope, period: Points): Promise<Timed[][]> {
	const table = period.granularity === "hour" ? sql`rollup_command_hourly r` : sql`rollup_latency_daily r`;
	const rows = await guild.rows<Timed & { point: number }>(sql`
		SELECT p.point::int AS point, app.latency_of(k.bucket) AS ms, k.executions
		FROM ${eachPoint(period)} CROSS JOIN LATERAL (
			SELECT r.bucket, sum(r.executions)::int AS executions FROM ${table}
			WHERE r.guild_id = ${guild.guildId}::bigint AND ${liesIn(period)}
			GROUP BY 1 HAVING sum(r.executions) > 0 OFFSET 0) k`);
	const points: Timed[][] = period.current.edges.slice(1).map(() => []);
	for (const { point, ms, executions } of rows) points[point - 1]?.push({ ms, executions });
	return points;
}

/** Executions of each command at each point. */
export async function commandTrends(guild: GuildScope, period: Points): Promise<Map<string, number[]>> {
	const table = period.granularity === "hour" ? sql`rollup_command_hourly r` : sql`rollup_command_daily r`;
	const rows = await guild.rows<{ command: string; point: number; executions: number }>(sql`
		SELECT p.point::int AS point, k.command_name AS command, k.executions
		FROM ${eachPoint(period)} CROSS JOIN LATERAL (
			SELECT r.command_name, sum(r.executions)::int AS executions FROM ${table}
			WHERE r.guild_id = ${guild.guildId}::bigint AND ${liesIn(period)}
			GROUP BY 1 OFFSET 0) k`);
	const trends = new Map<string, number[]>();
	for (const { command, point, executions } of rows) {
		const trend = trends.get(command) ?? period.current.edges.slice(1).map(() => 0);
		trend[point - 1] = executions;
		trends.set(command, trend);
	}
	return trends;
}

/**
 * Points as rows `p (first, after, point)`: hours where they are that long, else days of UTC. Moving the hours between the two
 * midnights would cost the hours of every day: twenty times as much, measured on a year of a large guild. Each point is
 * grouped for itself: the planner expects a handful of rows of a period that it does not know, and would sort them all.
 */
function eachPoint({ current: { edges, days }, granularity }: Points): Sql {
	const [ends, type] = granularity === "hour" ? [edges, sql`timestamptz[]`] : [days, sql`date[]`];
	return sql`unnest(${ends.slice(0, -1)}::${type}, ${ends.slice(1)}::${type}) WITH ORDINALITY AS p (first, after, point)`;
}

/** Whether row `r` lies in point `p`. */
function liesIn({ granularity }: Points): Sql {
	const moment = granularity === "hour" ? sql`r.hour` : sql`r.day`;
	return sql`${moment} >= p.first AND ${moment} < p.after`;
}
