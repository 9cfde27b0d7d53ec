import "server-only";
import { readBoth } from "@/lib/analytics/period/both";
import { hourOfInterval, intoWeek, stretchRows } from "@/lib/analytics/period/clock";
import { type Course, courseOf } from "@/lib/analytics/period/course";
import { pointRows } from "@/lib/analytics/period/points";
import { type PointRow, seriesOf } from "@/lib/analytics/period/series";
import { weekOf } from "@/lib/analytics/period/week";
import type { Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";

type HourRow = { executions: number; errors: number };

/** Executions and errors at each point, and executions by weekday (Monday first) and hour on the server's clock. */
export async function executionsPerPoint(
	guild: GuildScope,
	period: Period,
): Promise<{ executions: Course; errors: Course; heatmap: number[][] }> {
	const [rows, hours] = await Promise.all([
		readBoth(period, (window) => rowsOf(guild, window)),
		byWeek(guild, period),
	]);
	const points = period.current.edges.length - 1;
	const course = (key: keyof HourRow) =>
		courseOf(seriesOf(rows.current, key, points), rows.comparison && seriesOf(rows.comparison, key, points));
	return { executions: course("executions"), errors: course("errors"), heatmap: weekOf(hours, "executions") };
}

function rowsOf(guild: GuildScope, window: Window): Promise<PointRow<keyof HourRow>[]> {
	return guild.rows(sql`
		SELECT p.point::int, h.executions, h.errors
		FROM ${pointRows(window)} CROSS JOIN LATERAL (
			SELECT sum(r.executions)::int AS executions, sum(r.errors)::int AS errors FROM rollup_executions_hourly r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.hour >= p.first AND r.hour < p.after OFFSET 0) h
		WHERE h.executions IS NOT NULL`);
}

function byWeek(
	guild: GuildScope,
	{ current, timeZone }: Period,
): Promise<{ hour: number; executions: number }[]> {
	return guild.rows(sql`
		SELECT ${hourOfInterval(sql`h.into_week`)} AS hour, sum(h.executions)::int AS executions
		FROM ${stretchRows([current], timeZone)} CROSS JOIN LATERAL (
			SELECT ${intoWeek(sql`r.hour`)} AS into_week, sum(r.executions) AS executions FROM rollup_executions_hourly r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.hour >= s.since AND r.hour < s.until
			GROUP BY 1 OFFSET 0) h
		GROUP BY 1`);
}
