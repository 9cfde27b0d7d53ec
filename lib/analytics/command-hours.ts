import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { bothWays, type EitherWay } from "./both-ways";
import { type Course, courseOf } from "./course";
import { pointOf, within } from "./points";
import type { Period, Window } from "./schema";
import { type PointRow, seriesOf } from "./series";
import { hourOfWeek, weekOf } from "./week";

type HourRow = { executions: number; errors: number };

/** Executions and errors at each point, and executions by weekday (Monday first) and hour on the server's clock. */
export async function executionsPerPoint(
	guild: GuildScope,
	period: Period,
): Promise<{ executions: Course; errors: Course; heatmap: number[][] }> {
	const [{ byPoint, byHour }, before] = await Promise.all([
		pointsAndHours(guild, period),
		period.comparison && pointRows(guild, period.comparison),
	]);
	const points = period.current.edges.length - 1;
	const course = (key: keyof HourRow) =>
		courseOf(seriesOf(byPoint, key, points), before && seriesOf(before, key, points));
	return {
		executions: course("executions"),
		errors: course("errors"),
		heatmap: weekOf(byHour, "executions"),
	};
}

async function pointsAndHours(guild: GuildScope, { current, timeZone }: Period) {
	const rows = await guild.rows<EitherWay<HourRow>>(sql`
		SELECT ${pointOf(current, sql`r.hour`)} AS point, ${hourOfWeek(sql`r.hour`, current, timeZone)} AS hour,
			sum(r.executions)::int AS executions, sum(r.errors)::int AS errors
		FROM rollup_executions_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${within(current, sql`r.hour`)}
		GROUP BY GROUPING SETS ((1), (2))`);
	return bothWays(rows);
}

function pointRows(guild: GuildScope, window: Window): Promise<PointRow<keyof HourRow>[]> {
	return guild.rows(sql`
		SELECT ${pointOf(window, sql`r.hour`)} AS point, sum(r.executions)::int AS executions,
			sum(r.errors)::int AS errors
		FROM rollup_executions_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${within(window, sql`r.hour`)}
		GROUP BY 1`);
}
