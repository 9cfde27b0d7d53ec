import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { join, type Sql, sql } from "@/lib/db/sql";
import { dayAfter, monthPieces, wholeDays } from "@/lib/overview/pieces";
import type { Window } from "./schema";

/** Executions whose answer took about `ms` milliseconds; null where the time is unknown. */
export type Timed = { ms: number | null; executions: number };

type CommandTimes = { executions: number; errors: number; times: Timed[] };

type HistogramRow = Timed & { command: string | null; errors: number };

/**
 * How often each command was used in a window and how long it took, and how long all of them did. Read by whole months,
 * by whole days of UTC around them, and by hours at the ends of a window whose zone is another: exact, and a year costs
 * little more than a month.
 */
export async function commandTimes(
	guild: GuildScope,
	window: Window,
): Promise<{ all: Timed[]; byCommand: Map<string, CommandTimes> }> {
	const rows = await guild.rows<HistogramRow>(sql`
		SELECT u.command, app.latency_of(u.bucket) AS ms, sum(u.executions)::int AS executions,
			sum(u.errors)::int AS errors
		FROM (${join(piecesOf(guild, window), " UNION ALL ")}) u
		GROUP BY GROUPING SETS ((u.command, u.bucket), (u.bucket))
		HAVING sum(u.executions) > 0`);
	const byCommand = new Map<string, CommandTimes>();
	const all: Timed[] = [];
	for (const { command, ms, executions, errors } of rows) {
		if (command === null) all.push({ ms, executions });
		else {
			const known = byCommand.get(command) ?? { executions: 0, errors: 0, times: [] };
			byCommand.set(command, {
				executions: known.executions + executions,
				errors: known.errors + errors,
				times: [...known.times, { ms, executions }],
			});
		}
	}
	return { all, byCommand };
}

const figures = sql`r.command_name AS command, r.bucket, r.executions, r.errors`;

function piecesOf(guild: GuildScope, { from, to }: Window): Sql[] {
	const guildId = sql`r.guild_id = ${guild.guildId}::bigint`;
	const hours = (start: string, end: string) => sql`
		SELECT ${figures} FROM rollup_command_hourly r
		WHERE ${guildId} AND r.hour >= ${start}::timestamptz AND r.hour < ${end}::timestamptz`;
	const days = wholeDays(from, to);
	if (days.first > days.last) return [hours(from, to)];
	const { whole, head, tail } = monthPieces(days);
	return [
		hours(from, `${days.first}T00:00:00.000Z`),
		hours(`${dayAfter(days.last)}T00:00:00.000Z`, to),
		...[head, tail].map(
			({ first, last }) => sql`
		SELECT ${figures} FROM rollup_command_latency_daily r
		WHERE ${guildId} AND r.day BETWEEN ${first}::date AND ${last}::date`,
		),
		sql`
		SELECT ${figures} FROM rollup_command_latency_monthly r
		WHERE ${guildId} AND r.month BETWEEN ${whole.first}::date AND ${whole.last}::date`,
	];
}
