import "server-only";
import { monthsAndEdges } from "@/lib/analytics/period/month-edges";
import { type Dates, wholeDays } from "@/lib/analytics/period/pieces";
import { endsOf } from "@/lib/analytics/period/window-ends";
import type { Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { join, type Sql, sql } from "@/lib/db/sql";

/** Executions whose answer took about `ms` milliseconds; null where the time is unknown. */
export type Timed = { ms: number | null; executions: number };

type CommandTimes = { name: string; executions: number; errors: number; times: Timed[] };

/**
 * How often each command was used in a window and how long it took. Read by months, by the days of UTC that these have too
 * few or too many, and by hours at the ends of a window whose zone is another: exact, and a year costs little more than a month.
 */
export async function commandTimes(guild: GuildScope, window: Window): Promise<CommandTimes[]> {
	const { months, edges } = monthsAndEdges(wholeDays(window.from, window.to));
	const figures = sql`r.command_name AS command, r.bucket, r.executions, r.errors`;
	const pieces = [
		...hoursAtEnds(guild, window, figures),
		...edges.map(({ sign, ...days }) => {
			const signed = sql`r.command_name, r.bucket, ${sign}::int * r.executions, ${sign}::int * r.errors`;
			return inDays(guild, days, sql`SELECT ${signed} FROM rollup_command_latency_daily r`);
		}),
		sql`SELECT ${figures} FROM rollup_command_latency_monthly r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.month BETWEEN ${months.first}::date AND ${months.last}::date`,
	];
	const rows = await guild.rows<Timed & { command: string; errors: number }>(sql`
		SELECT u.command, app.latency_of(u.bucket) AS ms, sum(u.executions)::int AS executions,
			sum(u.errors)::int AS errors
		FROM (${join(pieces, " UNION ALL ")}) u
		GROUP BY u.command, u.bucket HAVING sum(u.executions) > 0`);
	const byCommand = new Map<string, CommandTimes>();
	for (const { command, ms, executions, errors } of rows) {
		const known = byCommand.get(command) ?? { name: command, executions: 0, errors: 0, times: [] };
		known.executions += executions;
		known.errors += errors;
		known.times.push({ ms, executions });
		byCommand.set(command, known);
	}
	return [...byCommand.values()];
}

/** How long all commands took in a window, whichever they were. */
export function allTimes(guild: GuildScope, window: Window): Promise<Timed[]> {
	const figures = sql`r.bucket, r.executions`;
	const pieces = [
		...hoursAtEnds(guild, window, figures),
		inDays(guild, wholeDays(window.from, window.to), sql`SELECT ${figures} FROM rollup_latency_daily r`),
	];
	return guild.rows<Timed>(sql`
		SELECT app.latency_of(u.bucket) AS ms, sum(u.executions)::int AS executions
		FROM (${join(pieces, " UNION ALL ")}) u
		GROUP BY u.bucket HAVING sum(u.executions) > 0`);
}

/** How often each command was used in a window. */
export async function commandUses(guild: GuildScope, window: Window): Promise<Map<string, number>> {
	const figures = sql`r.command_name AS command, r.executions`;
	const pieces = [
		...hoursAtEnds(guild, window, figures),
		inDays(guild, wholeDays(window.from, window.to), sql`SELECT ${figures} FROM rollup_command_daily r`),
	];
	const rows = await guild.rows<{ command: string; executions: number }>(sql`
		SELECT u.command, sum(u.executions)::int AS executions
		FROM (${join(pieces, " UNION ALL ")}) u GROUP BY u.command`);
	return new Map(rows.map(({ command, executions }) => [command, executions]));
}

/** The hours of a window that lie outside of its whole days of UTC. */
function hoursAtEnds(guild: GuildScope, window: Window, figures: Sql): Sql[] {
	return endsOf(window).map(
		({ from, to }) => sql`SELECT ${figures} FROM rollup_command_hourly r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.hour >= ${from}::timestamptz AND r.hour < ${to}::timestamptz`,
	);
}

function inDays(guild: GuildScope, { first, last }: Dates, figures: Sql): Sql {
	return sql`${figures} WHERE r.guild_id = ${guild.guildId}::bigint AND r.day BETWEEN ${first}::date AND ${last}::date`;
}
