import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";
import { pagedQuery } from "@/lib/api/paged-query";
import type { CaseDetail, EditCase } from "./detail-schema";
import type { CaseFilters, CaseList, CaseListItem } from "./schema";

export const caseKeys = {
	all: (guildId: string) => ["guilds", guildId, "cases"] as const,
	list: (guildId: string, filters: CaseFilters) => [...caseKeys.all(guildId), "list", filters] as const,
	one: (guildId: string, caseNumber: number) => [...caseKeys.all(guildId), "one", caseNumber] as const,
};

/** How often a case is looked at while the worker has its order (milliseconds). */
const orderPollMs = 1500;

/** Cases that fit, newest first, older ones by cursor. */
export function caseListQuery(guildId: string, filters: CaseFilters) {
	const query = pagedQuery<CaseListItem>(caseKeys.list(guildId, filters), (cursor, signal) =>
		api.get<CaseList>(`/guilds/${guildId}/cases${searchString({ ...filters, cursor })}`, signal),
	);
	query.refetchInterval = ({ state }) =>
		state.data?.pages.some(({ items }) => items.some(({ order }) => order.state === "pending"))
			? orderPollMs
			: false;
	return query;
}

/** One case, read again while the worker has its order. */
export function caseQuery(guildId: string, caseNumber: number) {
	return queryOptions({
		queryKey: caseKeys.one(guildId, caseNumber),
		queryFn: ({ signal }) => api.get<CaseDetail>(`/guilds/${guildId}/cases/${caseNumber}`, signal),
		refetchInterval: ({ state }) => (state.data?.order.state === "pending" ? orderPollMs : false),
	});
}

/** Changes a case and has every list of cases read again, also after a conflict. */
export function editCaseMutation(client: QueryClient, guildId: string, caseNumber: number) {
	return mutationOptions({
		mutationFn: (edit: EditCase) => api.patch<CaseDetail>(`/guilds/${guildId}/cases/${caseNumber}`, edit),
		onSettled: () => client.invalidateQueries({ queryKey: caseKeys.all(guildId) }),
	});
}
