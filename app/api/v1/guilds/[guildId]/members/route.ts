import { guildRoute } from "@/lib/api/guild-route";
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
