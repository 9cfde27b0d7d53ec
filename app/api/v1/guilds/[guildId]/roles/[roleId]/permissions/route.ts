import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { explainPermissions } from "@/lib/roles/explain";
import { explainedPermissions } from "@/lib/roles/explained-schema";
import { roleParams, rolePermissionsQuery } from "@/lib/roles/schema";

export const GET = guildRoute({
	permission: "roles.read",
	summary: "Explain what someone with only this role can do, in the server or in one channel",
	params: roleParams,
	query: rolePermissionsQuery,
	response: explainedPermissions,
	handler: ({ guild, params, query }) => explainPermissions(guild, { role: params.roleId }, query.channel),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
