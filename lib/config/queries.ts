import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";
import { pagedQuery } from "@/lib/api/paged-query";
import type { Config, ConfigRevision, RevisionList, SaveConfig } from "./schema";

export const configKeys = {
	all: (guildId: string) => ["guilds", guildId, "configuration"] as const,
	status: (guildId: string) => [...configKeys.all(guildId), "status"] as const,
	keys: (guildId: string, newest: number) => [...configKeys.all(guildId), "keys", newest] as const,
	revisions: (guildId: string, newest: number) => [...configKeys.all(guildId), "revisions", newest] as const,
};

const second = 1000;

/** How long until it is worth asking again whether the bot has applied the newest save; false once it has. */
export function receiptsDue({ revision, receipts, savedAt }: Config, now: number): number | false {
	if (revision === 0) return false;
	if (receipts.length > 0 && receipts.every(({ error }) => error === null)) return false;
	const age = savedAt === null ? 0 : now - Date.parse(savedAt);
	return age < 120 * second ? 2 * second : 30 * second;
}

/** The newest save and the bot's receipts for it, asked for again until the bot has applied it; not in a hidden tab. */
export function configStatusQuery(guildId: string) {
	return queryOptions({
		queryKey: configKeys.status(guildId),
		queryFn: ({ signal }) => api.get<Config>(`/guilds/${guildId}/configuration`, signal),
		refetchInterval: ({ state }) => (state.data ? receiptsDue(state.data, Date.now()) : false),
	});
}

/** The saves from revision `newest` on, newest first, older ones by cursor. */
export function revisionsQuery(guildId: string, newest: number) {
	return pagedQuery<ConfigRevision>(configKeys.revisions(guildId, newest), (cursor, signal) =>
		api.get<RevisionList>(`/guilds/${guildId}/configuration/revisions${searchString({ cursor })}`, signal),
	);
}

/** Saves changed settings; the history is read again even after a refusal, since somebody else has saved. */
export function saveConfigMutation(client: QueryClient, guildId: string) {
	return mutationOptions({
		mutationFn: (save: SaveConfig) => api.patch<Config>(`/guilds/${guildId}/configuration`, save),
		onSettled: () => client.invalidateQueries({ queryKey: configKeys.all(guildId) }),
	});
}
