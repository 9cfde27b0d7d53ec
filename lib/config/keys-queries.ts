import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";
import type { DynamicKeys, RemoveKey, SaveKey } from "./keys-schema";
import { configKeys } from "./queries";

/** The dynamic keys, as a page read them at revision `newest` and as they have been saved since. */
export function keysQuery(guildId: string, newest: number) {
	return queryOptions({
		queryKey: configKeys.keys(guildId, newest),
		queryFn: ({ signal }) => api.get<DynamicKeys>(`/guilds/${guildId}/configuration/keys`, signal),
	});
}

/** Adds or changes a key; everything is read again even after a refusal, since somebody else has saved. */
export function saveKeyMutation(client: QueryClient, guildId: string) {
	return mutationOptions({
		mutationFn: ({ key, save }: { key: string; save: SaveKey }) =>
			api.put<DynamicKeys>(`/guilds/${guildId}/configuration/keys/${key}`, save),
		onSettled: () => client.invalidateQueries({ queryKey: configKeys.all(guildId) }),
	});
}

/** Removes a key; reads everything again like a save. */
export function removeKeyMutation(client: QueryClient, guildId: string) {
	return mutationOptions({
		mutationFn: ({ key, remove }: { key: string; remove: RemoveKey }) =>
			api.del<DynamicKeys>(`/guilds/${guildId}/configuration/keys/${key}${searchString(remove)}`),
		onSettled: () => client.invalidateQueries({ queryKey: configKeys.all(guildId) }),
	});
}
