import { z } from "zod";
import { revokeAccess } from "@/lib/access/grant-data";
import { grantParams } from "@/lib/access/schema";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const DELETE = guildRoute({
	permission: "admins.write",
	summary: "End an operator's visit",
	params: grantParams,
	response: z.null(),
	handler: async ({ guild, params }) => {
		await revokeAccess(guild, params.userId, "operator");
		return null;
	},
});

export const { GET, POST, PUT, PATCH, OPTIONS } = methodsBesides("DELETE");
