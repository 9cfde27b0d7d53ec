import "server-only";
import { rateOf } from "@/lib/analytics/period/course";
import { percentilesOf } from "@/lib/analytics/period/percentiles";
import { readPeriod } from "@/lib/analytics/period/read-period";
import type { Period } from "@/lib/analytics/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { usesInChannel } from "./channel";
import { commonFailures } from "./failures";
import { executionsPerPoint } from "./hours";
import { commandTrends, timesByPoint } from "./points";
import type { CommandsQuery, CommandUse } from "./schema";
import { allTimes, commandTimes, commandUses } from "./times";

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
	const [use, before, previousTimes, points, times, failures] = await Promise.all([
		mostUsed(guild, period),
		comparison && commandUses(guild, comparison),
		comparison && allTimes(guild, comparison),
		executionsPerPoint(guild, period),
		timesByPoint(guild, period),
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
