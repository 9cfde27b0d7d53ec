import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { pointOf, within } from "./points";
import type { Window } from "./schema";

/** Executions whose answer took about `ms` milliseconds; null where the time is unknown. */
export type Timed = { ms: number | null; executions: number };

type Histograms = {
	all: Timed[];
	/** One for each point of the period. */
	byPoint: Timed[][];
	byCommand: Map<string, { executions: number; errors: number; times: Timed[]; trend: number[] }>;
};

type HistogramRow = Timed & {
	command: string | null;
	point: number | null;
	bucket: number | null;
	errors: number;
};

/** A period's executions by command and by point, with their times, in one pass over its hours. */
export async function commandHistograms(guild: GuildScope, window: Window): Promise<Histograms> {
	const rows = await guild.rows<HistogramRow>(sql`
		SELECT r.command, r.point, r.bucket::int AS bucket, app.latency_of(r.bucket) AS ms,
			sum(r.executions)::int AS executions, sum(r.errors)::int AS errors
		FROM (
			SELECT r.command_name AS command, ${pointOf(window, sql`r.hour`)} AS point, r.bucket, r.executions, r.errors
			FROM rollup_command_hourly r
			WHERE r.guild_id = ${guild.guildId}::bigint AND ${within(window, sql`r.hour`)}) r
		GROUP BY GROUPING SETS ((r.bucket), (r.point, r.bucket), (r.command, r.bucket), (r.command, r.point))
		HAVING sum(r.executions) > 0`);
	const points = window.edges.length - 1;
	const byPoint: Timed[][] = Array.from({ length: points }, () => []);
	const byCommand: Histograms["byCommand"] = new Map();
	const all: Timed[] = [];
	for (const { command, point, bucket, ms, executions, errors } of rows) {
		if (command === null) (point === null ? all : byPoint[point - 1])?.push({ ms, executions });
		else {
			const known = byCommand.get(command) ?? emptyUse(points);
			byCommand.set(command, known);
			if (point !== null) known.trend[point - 1] = executions;
			if (bucket !== null) {
				known.executions += executions;
				known.errors += errors;
				known.times.push({ ms, executions });
			}
		}
	}
	return { all, byPoint, byCommand };
}

function emptyUse(points: number) {
	return { executions: 0, errors: 0, times: [] as Timed[], trend: Array.from({ length: points }, () => 0) };
}

type EarlierUse = { times: Timed[]; executions: Map<string, number> };

/** The times of a whole period, and how often each command was used in it. */
export async function earlierUse(guild: GuildScope, window: Window): Promise<EarlierUse> {
	const rows = await guild.rows<Timed & { command: string | null }>(sql`
		SELECT r.command_name AS command, app.latency_of(r.bucket) AS ms, sum(r.executions)::int AS executions
		FROM rollup_command_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${within(window, sql`r.hour`)}
		GROUP BY GROUPING SETS ((r.command_name), (r.bucket))
		HAVING sum(r.executions) > 0`);
	const times = rows
		.filter(({ command }) => command === null)
		.map(({ ms, executions }) => ({ ms, executions }));
	const named = rows.flatMap(({ command, executions }) =>
		command === null ? [] : [[command, executions] as const],
	);
	return { times, executions: new Map(named) };
}
