import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listRoles } from "@/lib/roles/data";
import { roleList } from "@/lib/roles/schema";

export const GET = guildRoute({
	permission: "roles.read",
	summary: "List all roles, highest first, with members and permission bits",
	response: roleList,
	handler: async ({ guild }) => ({ items: await listRoles(guild) }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
