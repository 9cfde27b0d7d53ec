import { queryOptions } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";

/** What the search of a server answers; what the reader's level does not cover is missing from it. */
export type PaletteResults = {
	members: { id: string; name: string; avatar: string | null }[];
	channels: { id: string; name: string; type: number }[];
	cases: { caseNumber: number; type: string; userName: string }[];
};

/** Members, channels and cases that match `text`; asks nothing for an empty text. */
export function paletteSearch(guildId: string | undefined, text: string) {
	const q = text.trim();
	return queryOptions({
		queryKey: ["guilds", guildId, "search", q],
		queryFn: ({ signal }) =>
			api.get<PaletteResults>(`/guilds/${guildId}/search${searchString({ q })}`, signal),
		enabled: guildId !== undefined && q !== "",
	});
}
