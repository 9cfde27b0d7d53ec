import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { type Both, readBoth } from "./both";
import { commandTrends, timesByPoint } from "./command-points";
import { commandTimes } from "./command-times";
import type { CommandUse } from "./commands-schema";
import { courseOf, rateOf } from "./course";
import { commonFailures } from "./failures";
import { percentilesOf } from "./percentiles";
import { pointOf, within } from "./points";
import { readPeriod } from "./read-period";
import type { Period, PeriodQuery } from "./schema";
import { type PointRow, seriesOf } from "./series";
import { hourOfWeek, weekOf } from "./week";

/** How many commands the table holds. */
const mostCommands = 50;

/** Everything that the page of commands shows of a period: read from rollups, but for a bounded number of failures. */
export async function readCommandUse(guild: GuildScope, asked: PeriodQuery): Promise<CommandUse> {
	const period = await readPeriod(guild, asked, ["executions"]);
	const { current, comparison } = period;
	const { executions, errors } = await executionsByPoint(guild, period);
	const { all, byCommand } = await commandTimes(guild, current);
	const before = comparison && (await commandTimes(guild, comparison));
	const commands = [...byCommand]
		.map(([name, use]) => ({ name, ...use }))
		.sort((one, other) => other.executions - one.executions || one.name.localeCompare(other.name, "en"))
		.slice(0, mostCommands);
	const trends = await commandTrends(
		guild,
		period,
		commands.map(({ name }) => name),
	);
	return {
		period,
		executions,
		errors,
		errorRate: rateOf(errors, executions),
		times: percentilesOf(all),
		previousTimes: before && percentilesOf(before.all),
		timesByPoint: (await timesByPoint(guild, period)).map(percentilesOf),
		commands: commands.map(({ times, ...use }) => ({
			...use,
			...percentilesOf(times),
			previous: before && (before.byCommand.get(use.name)?.executions ?? 0),
			trend: trends.get(use.name) ?? [],
		})),
		heatmap: await executionsByWeek(guild, period),
		failures: await commonFailures(guild, current),
	};
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
		SELECT ${hourOfWeek(sql`r.hour`, timeZone)} AS hour, sum(r.executions)::int AS executions
		FROM rollup_executions_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${within(current, sql`r.hour`)}
		GROUP BY 1`);
	return weekOf(rows, "executions");
}
