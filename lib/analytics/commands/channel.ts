import "server-only";
import { readBoth } from "@/lib/analytics/period/both";
import { courseOf, rateOf } from "@/lib/analytics/period/course";
import { pointOfDay, withinDays } from "@/lib/analytics/period/points";
import { summedSeries, sumOf } from "@/lib/analytics/period/series";
import type { Period, Window } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { withinChannel } from "@/lib/channels/within";
import { sql } from "@/lib/db/sql";
import type { CommandUse, UsedCommand } from "./schema";

type UseRow = { point: number; name: string; executions: number; errors: number };

type InChannel = Pick<CommandUse, "executions" | "errors" | "errorRate" | "commands">;

const noTimes = { p50: null, p95: null, p99: null };

/** Executions and errors in one channel, in all and by command, the most used first: by days of UTC. */
export async function usesInChannel(guild: GuildScope, period: Period, channel: string): Promise<InChannel> {
	const { current, comparison } = await readBoth(period, (window) => useRows(guild, window, channel));
	const before = period.comparison;
	const course = (key: "executions" | "errors") =>
		courseOf(
			seriesIn(current, key, period.current),
			comparison && before && seriesIn(comparison, key, before),
		);
	const [executions, errors] = [course("executions"), course("errors")];
	const names = [...new Set(current.map(({ name }) => name))];
	const commands = names.map((name) => ofCommand(name, { current, comparison }, period));
	return {
		executions,
		errors,
		errorRate: rateOf(errors, executions),
		commands: commands.filter((command) => command.executions > 0),
	};
}

function useRows(guild: GuildScope, window: Window, channel: string): Promise<UseRow[]> {
	return guild.rows<UseRow>(sql`
		SELECT ${pointOfDay(window, sql`r.day`)} AS point, r.command_name AS name, sum(r.executions)::int AS executions,
			sum(r.errors)::int AS errors
		FROM rollup_command_channel_daily r
		WHERE r.guild_id = ${guild.guildId}::bigint AND ${withinChannel(sql`r.channel_id`, channel)}
			AND ${withinDays(window, sql`r.day`)}
		GROUP BY 1, 2`);
}

function ofCommand(
	name: string,
	rows: { current: UseRow[]; comparison: UseRow[] | null },
	{ current }: Period,
): UsedCommand {
	const own = rows.current.filter((row) => row.name === name);
	const before = rows.comparison?.filter((row) => row.name === name);
	return {
		...noTimes,
		name,
		executions: sumOf(own.map(({ executions }) => executions)),
		errors: sumOf(own.map(({ errors }) => errors)),
		previous: before ? sumOf(before.map(({ executions }) => executions)) : null,
		trend: seriesIn(own, "executions", current),
	};
}

function seriesIn(rows: readonly UseRow[], key: "executions" | "errors", { days }: Window): number[] {
	return summedSeries(rows, "point", key, days.length - 1);
}
