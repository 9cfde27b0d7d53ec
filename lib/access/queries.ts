import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { api, searchString } from "@/lib/api/client";
import { PAGE_SIZE } from "@/lib/page-size";
import type { ChangeGrant, GrantAccess } from "./schema";

type Found = { id: string; name: string; avatar: string | null };

const keys = {
	holders: (guildId: string, roleId: string) => ["guilds", guildId, "access", "holders", roleId] as const,
};

/** The page is rendered by the server: whoever uses a mutation here has it rendered again afterwards. */
export function grantMutation(guildId: string) {
	return mutationOptions({
		mutationFn: (grant: GrantAccess) => api.post<void>(`/guilds/${guildId}/access/grants`, grant),
	});
}

export function changeGrantMutation(guildId: string, userId: string) {
	return mutationOptions({
		mutationFn: (change: ChangeGrant) =>
			api.patch<void>(`/guilds/${guildId}/access/grants/${userId}`, change),
	});
}

export function revokeMutation(guildId: string) {
	return mutationOptions({
		mutationFn: ({ userId, kind }: { userId: string; kind: "grant" | "operator" }) =>
			api.del<void>(`/guilds/${guildId}/access/${kind === "grant" ? "grants" : "operators"}/${userId}`),
	});
}

/** The first fifty members who hold a role. */
export function roleHoldersQuery(guildId: string, roleId: string) {
	return queryOptions({
		queryKey: keys.holders(guildId, roleId),
		queryFn: async ({ signal }) => {
			const search = searchString({ role: roleId, sort: "name", limit: PAGE_SIZE });
			return (await api.get<{ items: Found[] }>(`/guilds/${guildId}/members${search}`, signal)).items;
		},
	});
}
