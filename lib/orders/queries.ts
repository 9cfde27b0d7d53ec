import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";
import type { CaseDetail } from "@/lib/cases/detail-schema";
import { caseKeys } from "@/lib/cases/queries";
import { memberKeys } from "@/lib/members/queries";
import type {
	ChangeRole,
	DeleteMessage,
	EditMessage,
	OpenCase,
	OrderList,
	OrderView,
	SendMessage,
} from "./request-schema";

export const orderKeys = {
	all: (guildId: string) => ["guilds", guildId, "orders"] as const,
};

/** How often an order that is under way is looked at (milliseconds). */
export const pollMs = 1000;

/** Which order is meant: by its own id, or the newest of a case. */
export type OrderName = { id: string } | { case: number };

/** One order, read again while the worker has it. */
export function orderQuery(guildId: string, name: OrderName | null) {
	return queryOptions({
		queryKey: [...orderKeys.all(guildId), "one", name],
		queryFn: async ({ signal }) => {
			const search = searchString({ ...name, limit: 1 });
			const { items } = await api.get<OrderList>(`/guilds/${guildId}/orders${search}`, signal);
			return items[0] ?? null;
		},
		enabled: name !== null,
		staleTime: 0,
		refetchInterval: ({ state }) => (state.data && state.data.state !== "pending" ? false : pollMs),
	});
}

/** The newest hundred orders that the worker has not answered yet. */
export async function pendingOrders(guildId: string): Promise<OrderView[]> {
	const { items } = await api.get<OrderList>(`/guilds/${guildId}/orders?state=pending&limit=100`);
	return items;
}

/** Has everything read again that an order may have changed. */
export function afterOrder(client: QueryClient, guildId: string) {
	return Promise.all([
		client.invalidateQueries({ queryKey: caseKeys.all(guildId) }),
		client.invalidateQueries({ queryKey: orderKeys.all(guildId) }),
		client.invalidateQueries({ queryKey: memberKeys.all(guildId) }),
	]);
}

export function openCaseMutation(client: QueryClient, guildId: string) {
	return mutationOptions({
		mutationFn: (wish: OpenCase) => api.post<CaseDetail>(`/guilds/${guildId}/cases`, wish),
		onSuccess: () => afterOrder(client, guildId),
	});
}

export function retryMutation(client: QueryClient, guildId: string, caseNumber: number) {
	return mutationOptions({
		mutationFn: (idempotencyKey: string) =>
			api.post<CaseDetail>(`/guilds/${guildId}/cases/${caseNumber}/orders`, { idempotencyKey }),
		onSettled: () => afterOrder(client, guildId),
	});
}

export function changeRoleMutation(client: QueryClient, guildId: string, userId: string) {
	return mutationOptions({
		mutationFn: (wish: ChangeRole) => api.post<OrderView>(`/guilds/${guildId}/members/${userId}/roles`, wish),
		onSettled: () => afterOrder(client, guildId),
	});
}

export function deleteMessageMutation(client: QueryClient, guildId: string, messageId: string) {
	return mutationOptions({
		mutationFn: (wish: DeleteMessage) =>
			api.post<OrderView>(`/guilds/${guildId}/messages/${messageId}/deletion`, wish),
		onSettled: () => afterOrder(client, guildId),
	});
}

export function editMessageMutation(client: QueryClient, guildId: string, messageId: string) {
	return mutationOptions({
		mutationFn: (wish: EditMessage) => api.patch<OrderView>(`/guilds/${guildId}/messages/${messageId}`, wish),
		onSettled: () => afterOrder(client, guildId),
	});
}

export function sendMessageMutation(client: QueryClient, guildId: string, channelId: string) {
	return mutationOptions({
		mutationFn: (wish: SendMessage) =>
			api.post<OrderView>(`/guilds/${guildId}/channels/${channelId}/messages`, wish),
		onSettled: () => afterOrder(client, guildId),
	});
}
