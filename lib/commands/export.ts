import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { Column } from "@/lib/export/cells";
import { EXPORT_PAGE, type ListReader, wholeList } from "@/lib/export/reader";
import type { Range } from "@/lib/range";
import { listCommands, rangeOf } from "./data";
import { listExecutions } from "./executions";
import type { CommandListItem, ExecutionFilters, ExecutionListItem, ListCommandsQuery } from "./schema";

export const commandColumns: readonly Column<CommandListItem>[] = [
	{ label: "Command ID", kind: "id", value: ({ id }) => id },
	{ label: "Command", kind: "text", value: ({ name }) => name },
	{ label: "Type", kind: "text", value: ({ type }) => type },
	{ label: "Description", kind: "text", value: ({ description }) => description },
	{ label: "Options", kind: "list", value: ({ optionNames }) => optionNames },
	{ label: "Permissions", kind: "id", value: ({ permissions }) => permissions },
	{ label: "Global", kind: "flag", value: ({ isGlobal }) => isGlobal },
	{ label: "Enabled", kind: "flag", value: ({ enabled }) => enabled },
	{ label: "Uses", kind: "number", value: ({ executions }) => executions },
	{ label: "Errors", kind: "number", value: ({ errors }) => errors },
	{ label: "Median (ms)", kind: "number", value: ({ median }) => rounded(median) },
	{ label: "95 % within (ms)", kind: "number", value: ({ slowest }) => rounded(slowest) },
];

const rounded = (milliseconds: number | null) => (milliseconds === null ? null : Math.round(milliseconds));

/** The commands with their use in the period. */
export async function exportCommands(
	guild: GuildScope,
	query: ListCommandsQuery,
): Promise<ListReader<CommandListItem>> {
	return wholeList((await listCommands(guild, query)).items);
}

export const executionColumns: readonly Column<ExecutionListItem>[] = [
	{ label: "Use ID", kind: "id", value: ({ id }) => id },
	{ label: "At (UTC)", kind: "instant", value: ({ executedAt }) => executedAt },
	{ label: "Interaction", kind: "text", value: ({ interaction }) => interaction },
	{ label: "Command", kind: "text", value: ({ command }) => command },
	{ label: "Type", kind: "text", value: ({ commandType }) => commandType },
	{ label: "User ID", kind: "id", value: ({ user }) => user.id },
	{ label: "User", kind: "text", value: ({ user }) => user.name },
	{ label: "Channel ID", kind: "id", value: ({ channel }) => channel?.id ?? null },
	{ label: "Channel", kind: "text", value: ({ channel }) => channel?.name ?? null },
	{ label: "Outcome", kind: "text", value: ({ outcome }) => outcome },
	{ label: "Error", kind: "text", value: ({ error }) => error },
	{ label: "Latency (ms)", kind: "number", value: ({ latency }) => latency },
];

/** The uses that fit, newest first; the period is that of the moment when the export began. */
export async function exportExecutions(
	guild: GuildScope,
	filters: ExecutionFilters,
): Promise<ListReader<ExecutionListItem>> {
	const range = await rangeOf(guild, filters);
	const { command, user, channel, outcome } = filters;
	const isNarrow = [command, user, channel, outcome].some((value) => value !== undefined);
	return {
		about: isNarrow ? null : await executionsIn(guild, range),
		read: (scope, cursor) => listExecutions(scope, { ...filters, cursor, limit: EXPORT_PAGE }, range),
	};
}

async function executionsIn(guild: GuildScope, { from, to }: Range): Promise<number | null> {
	const row = await guild.one<{ executions: number }>(sql`
		SELECT coalesce(sum(r.executions), 0)::int AS executions
		FROM rollup_executions_hourly r
		WHERE r.guild_id = ${guild.guildId}::bigint
			AND r.hour >= ${from}::timestamptz AND r.hour < ${to}::timestamptz`);
	return row?.executions ?? null;
}
