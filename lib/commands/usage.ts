import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, sql } from "@/lib/db/sql";
import type { Range } from "@/lib/range";
import { type Bucket, figuresOf } from "./histogram";
import type { CommandFigures } from "./schema";

export type PeriodFigures = { current: CommandFigures; previous: CommandFigures };

/**
 * Executions, errors and times of a period and of the one before it, of one command or of all. Read from the hourly
 * counts, so that the cost follows the period; a period that begins within an hour takes the next one.
 */
export async function usageFigures(
	guild: GuildScope,
	{ from, to, previous }: Range,
	command: string | undefined,
): Promise<PeriodFigures> {
	const rows = await guild.rows<Bucket & { isCurrent: boolean }>(sql`
		SELECT r.hour >= ${from}::timestamptz AS "isCurrent", app.latency_of(r.bucket) AS ms,
			sum(r.executions)::int AS executions, sum(r.errors)::int AS errors
		FROM rollup_command_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint
			AND r.hour >= ${previous.from}::timestamptz AND r.hour < ${to}::timestamptz
			${command === undefined ? empty : sql`AND r.command_name = ${command}`}
		GROUP BY 1, 2`);
	return {
		current: figuresOf(rows.filter(({ isCurrent }) => isCurrent)),
		previous: figuresOf(rows.filter(({ isCurrent }) => !isCurrent)),
	};
}

/** The same of one period for every command that was used in it, by the command's name. */
export async function usageByCommand(
	guild: GuildScope,
	{ from, to }: Range,
): Promise<Map<string, CommandFigures>> {
	const rows = await guild.rows<{ name: string; buckets: Bucket[] }>(sql`
		SELECT b.name, json_agg(json_build_object('ms', b.ms, 'executions', b.executions, 'errors', b.errors)) AS buckets
		FROM (
			SELECT r.command_name AS name, app.latency_of(r.bucket) AS ms,
				sum(r.executions)::int AS executions, sum(r.errors)::int AS errors
			FROM rollup_command_hourly r
			WHERE r.guild_id = ${guild.guildId}::bigint
				AND r.hour >= ${from}::timestamptz AND r.hour < ${to}::timestamptz
			GROUP BY 1, 2) b
		GROUP BY b.name`);
	return new Map(rows.map(({ name, buckets }) => [name, figuresOf(buckets)]));
}
