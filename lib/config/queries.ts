import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";
import { pagedQuery } from "@/lib/api/paged-query";
import type { Config, ConfigRevision, RevisionList, SaveConfig } from "./schema";

const keys = {
	all: (guildId: string) => ["guilds", guildId, "configuration"] as const,
	revisions: (guildId: string, newest: number) => [...keys.all(guildId), "revisions", newest] as const,
};

/** The saves from revision `newest` on, newest first, older ones by cursor. */
export function revisionsQuery(guildId: string, newest: number) {
	return pagedQuery<ConfigRevision>(keys.revisions(guildId, newest), (cursor, signal) =>
		api.get<RevisionList>(`/guilds/${guildId}/configuration/revisions${searchString({ cursor })}`, signal),
	);
}

/** Saves changed settings; also after a refusal the history is read again, since somebody else has saved. */
export function saveConfigMutation(client: QueryClient, guildId: string) {
	return mutationOptions({
		mutationFn: (save: SaveConfig) => api.patch<Config>(`/guilds/${guildId}/configuration`, save),
		onSettled: () => client.invalidateQueries({ queryKey: keys.all(guildId) }),
	});
}
