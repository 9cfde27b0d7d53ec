import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { memberProfile } from "@/lib/members/profile";
import { memberParams, memberProfile as profile } from "@/lib/members/profile-schema";

export const GET = guildRoute({
	permission: "members.read",
	summary: "Read one member: names, roles, dates, level",
	params: memberParams,
	response: profile,
	handler: ({ guild, params }) => memberProfile(guild, params.userId),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
