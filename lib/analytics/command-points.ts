import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import type { Timed } from "./command-times";
import { pointOf, pointOfDay, within, withinDays } from "./points";
import type { Period } from "./schema";

type Points = Pick<Period, "current" | "granularity">;

/** The times at each point. */
export async function timesByPoint(guild: GuildScope, period: Points): Promise<Timed[][]> {
	const { point, lies, isHourly } = placed(period);
	const rows = await guild.rows<Timed & { point: number }>(sql`
		SELECT ${point} AS point, app.latency_of(r.bucket) AS ms, sum(r.executions)::int AS executions
		FROM ${isHourly ? sql`rollup_command_hourly r` : sql`rollup_latency_daily r`}
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${lies}
		GROUP BY 1, r.bucket HAVING sum(r.executions) > 0`);
	const points: Timed[][] = period.current.edges.slice(1).map(() => []);
	for (const { point: number, ms, executions } of rows) points[number - 1]?.push({ ms, executions });
	return points;
}

/** Executions of each command at each point. */
export async function commandTrends(guild: GuildScope, period: Points): Promise<Map<string, number[]>> {
	const { point, lies, isHourly } = placed(period);
	const rows = await guild.rows<{ command: string; point: number; executions: number }>(sql`
		SELECT r.command_name AS command, ${point} AS point, sum(r.executions)::int AS executions
		FROM ${isHourly ? sql`rollup_command_hourly r` : sql`rollup_command_daily r`}
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${lies}
		GROUP BY 1, 2`);
	const trends = new Map<string, number[]>();
	for (const { command, point: number, executions } of rows) {
		const trend = trends.get(command) ?? period.current.edges.slice(1).map(() => 0);
		trend[number - 1] = executions;
		trends.set(command, trend);
	}
	return trends;
}

/**
 * In which point a row lies, and that it does: by its hour where points are hours, else by its day of UTC. Moving the hours
 * between the two midnights would cost the hours of every day: twenty times as much, measured on a year of a large guild.
 */
function placed({ current, granularity }: Points): { point: Sql; lies: Sql; isHourly: boolean } {
	const isHourly = granularity === "hour";
	return isHourly
		? { isHourly, point: pointOf(current, sql`r.hour`), lies: within(current, sql`r.hour`) }
		: { isHourly, point: pointOfDay(current, sql`r.day`), lies: withinDays(current, sql`r.day`) };
}
