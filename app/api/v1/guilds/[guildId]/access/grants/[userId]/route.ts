import { z } from "zod";
import { changeGrant, revokeAccess } from "@/lib/access/grant-data";
import { changeGrantBody, grantParams } from "@/lib/access/schema";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const PATCH = guildRoute({
	permission: "admins.write",
	summary: "Change a grant's level, end and reason",
	params: grantParams,
	body: changeGrantBody,
	response: z.null(),
	handler: async ({ guild, params, body }) => {
		await changeGrant(guild, params.userId, body);
		return null;
	},
});

export const DELETE = guildRoute({
	permission: "admins.write",
	summary: "Revoke a grant",
	params: grantParams,
	response: z.null(),
	handler: async ({ guild, params }) => {
		await revokeAccess(guild, params.userId, "grant");
		return null;
	},
});

export const { GET, POST, PUT, OPTIONS } = methodsBesides("PATCH", "DELETE");
