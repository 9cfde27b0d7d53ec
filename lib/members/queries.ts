import { api, searchString } from "@/lib/api/client";
import { pagedQuery } from "@/lib/api/paged-query";
import type { MemberFilters, MemberList, MemberListItem } from "./schema";

const keys = {
	list: (guildId: string, filters: MemberFilters) => ["members", guildId, filters] as const,
};

/** The list of members, older pages by cursor. */
export function membersQuery(guildId: string, filters: MemberFilters) {
	return pagedQuery<MemberListItem>(keys.list(guildId, filters), (cursor, signal) =>
		api.get<MemberList>(`/guilds/${guildId}/members${searchString({ ...filters, cursor })}`, signal),
	);
}
