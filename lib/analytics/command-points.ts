import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import type { Timed } from "./command-times";
import { pointOf, pointOfDay } from "./points";
import type { Period, Window } from "./schema";

/** The times at each point. */
export async function timesByPoint(
	guild: GuildScope,
	{ current, granularity }: Pick<Period, "current" | "granularity">,
): Promise<Timed[][]> {
	const parts = {
		key: sql`r.bucket`,
		hours: usedBetween(guild, sql`true`),
		days: sql`SELECT r.day, r.bucket, r.executions FROM rollup_latency_daily r
			WHERE r.guild_id = ${guild.guildId}::bigint`,
	};
	const rows = await guild.rows<Timed & { point: number }>(sql`
		SELECT k.point, app.latency_of(k.key) AS ms, k.executions
		FROM (${byPoint(current, granularity, parts)}) k`);
	const points: Timed[][] = current.edges.slice(1).map(() => []);
	for (const { point, ms, executions } of rows) points[point - 1]?.push({ ms, executions });
	return points;
}

/** Executions of some commands at each point. */
export async function commandTrends(
	guild: GuildScope,
	{ current, granularity }: Pick<Period, "current" | "granularity">,
	commands: readonly string[],
): Promise<Map<string, number[]>> {
	const chosen = sql`r.command_name = ANY (${[...commands]}::text[])`;
	const parts = {
		key: sql`r.command_name`,
		hours: usedBetween(guild, chosen),
		days: sql`SELECT r.day, r.command_name, r.executions FROM rollup_command_daily r
			WHERE r.guild_id = ${guild.guildId}::bigint AND ${chosen}`,
	};
	const rows = await guild.rows<{ key: string; point: number; executions: number }>(
		byPoint(current, granularity, parts),
	);
	const trends = new Map(commands.map((name) => [name, current.edges.slice(1).map(() => 0)]));
	for (const { key, point, executions } of rows) trends.get(key)?.splice(point - 1, 1, executions);
	return trends;
}

/** What is counted: by `key`, from hours between two instants, and from days of UTC that say the same in fewer rows. */
type Parts = { key: Sql; hours: (from: Sql, to: Sql) => Sql; days: Sql };

function usedBetween(guild: GuildScope, chosen: Sql) {
	return (from: Sql, to: Sql) => sql`SELECT r.hour, r.bucket, r.command_name, r.executions
		FROM rollup_command_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${chosen} AND r.hour >= ${from} AND r.hour < ${to}`;
}

/**
 * Executions by key and point. Days of UTC are put into the points of the same dates, and the hours between midnight
 * there and on the server's clock are moved into the point that they belong to: exact, and a year costs its days and a
 * few hours of each.
 */
function byPoint(window: Window, granularity: Period["granularity"], { key, hours, days }: Parts): Sql {
	const { edges, days: dates, from, to } = window;
	if (granularity === "hour")
		return sql`
			SELECT ${key} AS key, ${pointOf(window, sql`r.hour`)} AS point, sum(r.executions)::int AS executions
			FROM (${hours(sql`${from}::timestamptz`, sql`${to}::timestamptz`)}) r
			GROUP BY 1, 2 HAVING sum(r.executions) > 0`;
	const midnights = dates.map((date) => `${date}T00:00:00Z`);
	return sql`
		SELECT p.key, p.point, sum(p.executions)::int AS executions
		FROM (
			SELECT ${key} AS key, ${pointOfDay(window, sql`r.day`)} AS point, r.executions
			FROM (${days}) r
			WHERE r.day >= ${dates[0]}::date AND r.day < ${dates.at(-1)}::date
			UNION ALL
			SELECT ${key}, v.point, v.sign * r.executions
			FROM unnest(${edges}::timestamptz[], ${midnights}::timestamptz[])
					WITH ORDINALITY AS e (edge, midnight, point)
				CROSS JOIN LATERAL (${hours(sql`least(e.edge, e.midnight)`, sql`greatest(e.edge, e.midnight)`)}) r
				CROSS JOIN LATERAL (VALUES
					(e.point::int, CASE WHEN e.edge < e.midnight THEN 1 ELSE -1 END),
					(e.point::int - 1, CASE WHEN e.edge < e.midnight THEN -1 ELSE 1 END)) AS v (point, sign)
			WHERE v.point BETWEEN 1 AND ${edges.length - 1}) p
		GROUP BY 1, 2 HAVING sum(p.executions) > 0`;
}
