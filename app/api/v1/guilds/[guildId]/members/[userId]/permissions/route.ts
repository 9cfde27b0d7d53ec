import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { memberParams, memberPermissionsQuery } from "@/lib/members/profile-schema";
import { explainPermissions } from "@/lib/roles/explain";
import { explainedPermissions } from "@/lib/roles/explained-schema";

export const GET = guildRoute({
	permission: "roles.read",
	summary: "Explain what a member can do, in the server or in one channel",
	params: memberParams,
	query: memberPermissionsQuery,
	response: explainedPermissions,
	handler: ({ guild, params, query }) => explainPermissions(guild, { member: params.userId }, query.channel),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
