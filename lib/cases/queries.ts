import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";
import { pagedQuery } from "@/lib/api/paged-query";
import type { CaseDetail, EditCase } from "./detail-schema";
import type { CaseFilters, CaseList, CaseListItem } from "./schema";

export const caseKeys = {
	all: (guildId: string) => ["guilds", guildId, "cases"] as const,
	list: (guildId: string, filters: CaseFilters) => [...caseKeys.all(guildId), "list", filters] as const,
};

/** Cases that fit, newest first, older ones by cursor. */
export function caseListQuery(guildId: string, filters: CaseFilters) {
	return pagedQuery<CaseListItem>(caseKeys.list(guildId, filters), (cursor, signal) =>
		api.get<CaseList>(`/guilds/${guildId}/cases${searchString({ ...filters, cursor })}`, signal),
	);
}

/** Changes a case and has every list of cases read again, also after a conflict. */
export function editCaseMutation(client: QueryClient, guildId: string, caseNumber: number) {
	return mutationOptions({
		mutationFn: (edit: EditCase) => api.patch<CaseDetail>(`/guilds/${guildId}/cases/${caseNumber}`, edit),
		onSettled: () => client.invalidateQueries({ queryKey: caseKeys.all(guildId) }),
	});
}
