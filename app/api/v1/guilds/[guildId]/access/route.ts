import { readAccess } from "@/lib/access/data";
import { access } from "@/lib/access/schema";
import { guildRoute } from "@/lib/api/guild-route";

export const GET = guildRoute({
	permission: "access.read",
	summary: "Who may use this server's dashboard, and why",
	response: access,
	handler: ({ guild }) => readAccess(guild),
});
