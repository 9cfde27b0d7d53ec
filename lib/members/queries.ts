import { api, searchString } from "@/lib/api/client";
import { pagedQuery } from "@/lib/api/paged-query";
import type { MemberFilters, MemberList, MemberListItem } from "./schema";

export const memberKeys = {
	all: (guildId: string) => ["guilds", guildId, "members"] as const,
	list: (guildId: string, filters: MemberFilters) => [...memberKeys.all(guildId), filters] as const,
};

/** The list of members, older pages by cursor. */
export function membersQuery(guildId: string, filters: MemberFilters) {
	return pagedQuery<MemberListItem>(memberKeys.list(guildId, filters), (cursor, signal) =>
		api.get<MemberList>(`/guilds/${guildId}/members${searchString({ ...filters, cursor })}`, signal),
	);
}
