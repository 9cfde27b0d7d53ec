import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { memberParams } from "@/lib/members/profile-schema";
import { changeRole, order } from "@/lib/orders/request-schema";
import { orderRole } from "@/lib/orders/single";

export const POST = guildRoute({
	permission: "roles.assign",
	summary: "Order a role to be added to a member, or removed",
	params: memberParams,
	body: changeRole,
	response: order,
	handler: ({ guild, params, body }) => orderRole(guild, params.userId, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("POST");
