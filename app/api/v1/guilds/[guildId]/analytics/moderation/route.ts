import { readModeration } from "@/lib/analytics/moderation/data";
import { moderation, moderationQuery } from "@/lib/analytics/moderation/schema";
import { askedDays } from "@/lib/analytics/refusals";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const GET = guildRoute({
	permission: "cases.read",
	costly: true,
	summary: "Read what moderators did in a period, how long it lasted and what was reversed",
	query: moderationQuery,
	response: moderation,
	handler: async ({ guild, query }) => readModeration(guild, askedDays(query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
