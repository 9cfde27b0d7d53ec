import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";
import type { SearchResults } from "@/lib/guilds/schema";

/** Members whose name, nick or id fits, to choose whose permissions are explained. */
export function memberChoicesQuery(guildId: string, text: string) {
	const q = text.trim();
	return queryOptions({
		queryKey: ["guilds", guildId, "member-choices", q],
		queryFn: async ({ signal }) => {
			const found = await api.get<SearchResults>(`/guilds/${guildId}/search${searchString({ q })}`, signal);
			return found.members;
		},
		enabled: q !== "",
		placeholderData: keepPreviousData,
		staleTime: 60_000,
	});
}
