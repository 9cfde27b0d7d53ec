import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { type Both, readBoth } from "./both";
import { usesInChannel } from "./command-channel";
import { commandTrends, timesByPoint } from "./command-points";
import { allTimes, commandTimes, commandUses } from "./command-times";
import type { CommandsQuery, CommandUse } from "./commands-schema";
import { courseOf, rateOf } from "./course";
import { commonFailures } from "./failures";
import { percentilesOf } from "./percentiles";
import { pointOf, within } from "./points";
import { readPeriod } from "./read-period";
import type { Period } from "./schema";
import { type PointRow, seriesOf } from "./series";
import { hourOfWeek, weekOf } from "./week";

/** How many commands the table holds. */
const mostCommands = 50;

/** Everything that the page of commands shows of a period, in all channels or in one. */
export async function readCommandUse(
	guild: GuildScope,
	{ channel, ...asked }: CommandsQuery,
): Promise<CommandUse> {
	const period = await readPeriod(guild, asked, ["executions"]);
	return channel === undefined ? everywhere(guild, period) : inOne(guild, period, channel);
}

/** Of one channel it is only counted how often each command was used, and how often it failed. */
async function inOne(guild: GuildScope, period: Period, channel: string): Promise<CommandUse> {
	const { commands, ...courses } = await usesInChannel(guild, period, channel);
	return {
		period,
		channel,
		...courses,
		commands: mostUsedFirst(commands),
		times: null,
		previousTimes: null,
		timesByPoint: null,
		heatmap: null,
		failures: null,
	};
}

/** Read from rollups, but for a bounded number of failures. */
async function everywhere(guild: GuildScope, period: Period): Promise<CommandUse> {
	const { current, comparison } = period;
	// Sent one behind the other without waiting: the database works on the next one while this process reads an answer.
	const [use, before, previousTimes, points, times, heatmap, failures] = await Promise.all([
		mostUsed(guild, period),
		comparison && commandUses(guild, comparison),
		comparison && allTimes(guild, comparison),
		executionsByPoint(guild, period),
		timesByPoint(guild, period),
		executionsByWeek(guild, period),
		commonFailures(guild, current),
	]);
	return {
		period,
		channel: null,
		...points,
		errorRate: rateOf(points.errors, points.executions),
		times: percentilesOf(use.all),
		previousTimes: previousTimes && percentilesOf(previousTimes),
		timesByPoint: times.map(percentilesOf),
		commands: use.commands.map((command) => ({
			...command,
			previous: before && (before.get(command.name) ?? 0),
		})),
		heatmap,
		failures,
	};
}

/** The commands used most, with their times and their course, and how long all of them took. */
async function mostUsed(guild: GuildScope, period: Period) {
	const [used, trends] = await Promise.all([
		commandTimes(guild, period.current),
		commandTrends(guild, period),
	]);
	return {
		all: used.flatMap(({ times }) => times),
		commands: mostUsedFirst(used).map(({ times, ...use }) => ({
			...use,
			...percentilesOf(times),
			trend: trends.get(use.name) ?? period.current.edges.slice(1).map(() => 0),
		})),
	};
}

function mostUsedFirst<Use extends { name: string; executions: number }>(used: readonly Use[]): Use[] {
	return used
		.toSorted((one, other) => other.executions - one.executions || one.name.localeCompare(other.name, "en"))
		.slice(0, mostCommands);
}

async function executionsByPoint(guild: GuildScope, period: Period) {
	const rows: Both<PointRow<"executions" | "errors">[]> = await readBoth(period, (window) =>
		guild.rows(sql`
			SELECT ${pointOf(window, sql`r.hour`)} AS point, sum(r.executions)::int AS executions,
				sum(r.errors)::int AS errors
			FROM rollup_executions_hourly r
			WHERE r.guild_id = ${guild.guildId}::bigint AND ${within(window, sql`r.hour`)}
			GROUP BY 1`),
	);
	const points = period.current.edges.length - 1;
	const course = (key: "executions" | "errors") =>
		courseOf(seriesOf(rows.current, key, points), rows.comparison && seriesOf(rows.comparison, key, points));
	return { executions: course("executions"), errors: course("errors") };
}

/** Executions of the period by weekday (Monday first) and hour on the server's clock. */
async function executionsByWeek(guild: GuildScope, { current, timeZone }: Period): Promise<number[][]> {
	const rows = await guild.rows<{ hour: number; executions: number }>(sql`
		SELECT ${hourOfWeek(sql`r.hour`, current, timeZone)} AS hour, sum(r.executions)::int AS executions
		FROM rollup_executions_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${within(current, sql`r.hour`)}
		GROUP BY 1`);
	return weekOf(rows, "executions");
}
