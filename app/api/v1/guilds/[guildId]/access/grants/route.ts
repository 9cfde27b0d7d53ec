import { z } from "zod";
import { grantAccess } from "@/lib/access/grant-data";
import { grantAccessBody } from "@/lib/access/schema";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const POST = guildRoute({
	permission: "admins.write",
	summary: "Grant a member access to the dashboard, up to your own level",
	body: grantAccessBody,
	response: z.null(),
	handler: async ({ guild, body }) => {
		await grantAccess(guild, body);
		return null;
	},
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("POST");
