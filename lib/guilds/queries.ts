import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";
import type { SearchResults } from "./schema";

/**
 * Members, channels and cases that match `text`; what the reader's level does not cover is missing from it. Asks nothing
 * for an empty text, and keeps the last answer while the next one is on its way.
 */
export function guildSearchQuery(guildId: string | undefined, text: string) {
	const q = text.trim();
	return queryOptions({
		queryKey: ["guilds", guildId, "search", q],
		queryFn: ({ signal }) =>
			api.get<SearchResults>(`/guilds/${guildId}/search${searchString({ q })}`, signal),
		enabled: guildId !== undefined && q !== "",
		placeholderData: keepPreviousData,
	});
}

/** Puts a server first in the person's list, or no longer. */
export function favouriteMutation() {
	return mutationOptions({
		mutationFn: (change: { guildId: string; favourite: boolean }) => api.put<void>("/me/favourites", change),
	});
}
