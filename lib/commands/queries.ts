import { api, searchString } from "@/lib/api/client";
import { pagedQuery } from "@/lib/api/paged-query";
import type {
	CommandList,
	CommandListItem,
	ExecutionFilters,
	ExecutionList,
	ExecutionListItem,
	ListCommandsQuery,
} from "./schema";

const keys = {
	commands: (guildId: string, query: ListCommandsQuery) => ["guilds", guildId, "commands", query] as const,
	executions: (guildId: string, filters: ExecutionFilters) =>
		["guilds", guildId, "executions", filters] as const,
};

/** The commands on offer with their use in a period; all of them are one page. */
export function commandsQuery(guildId: string, query: ListCommandsQuery) {
	return pagedQuery<CommandListItem>(keys.commands(guildId, query), (_, signal) =>
		api.get<CommandList>(`/guilds/${guildId}/commands${searchString(query)}`, signal),
	);
}

/** Uses of commands that fit, newest first, older ones by cursor. */
export function executionsQuery(guildId: string, filters: ExecutionFilters) {
	return pagedQuery<ExecutionListItem>(keys.executions(guildId, filters), (cursor, signal) =>
		api.get<ExecutionList>(
			`/guilds/${guildId}/commands/executions${searchString({ ...filters, cursor })}`,
			signal,
		),
	);
}
