import { readAccess } from "@/lib/access/data";
import { access } from "@/lib/access/schema";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const GET = guildRoute({
	permission: "access.read",
	summary: "Read who may use this server's dashboard, and why",
	response: access,
	handler: ({ guild }) => readAccess(guild),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
