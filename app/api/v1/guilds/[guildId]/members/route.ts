import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listMembers } from "@/lib/members/data";
import { listMembersQuery, memberList } from "@/lib/members/schema";

export const GET = guildRoute({
	permission: "members.read",
	summary: "List members, by name, role, kind and state",
	costly: true,
	query: listMembersQuery,
	response: memberList,
	handler: ({ guild, query }) => listMembers(guild, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
