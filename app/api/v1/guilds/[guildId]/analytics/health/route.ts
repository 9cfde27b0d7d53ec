import { readHealth } from "@/lib/analytics/health/data";
import { communityHealth } from "@/lib/analytics/health/schema";
import { askedDays } from "@/lib/analytics/refusals";
import { periodQuery } from "@/lib/analytics/schema";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const GET = guildRoute({
	permission: "overview.read",
	costly: true,
	summary: "Read a community's health in a period: the score, its parts and its trend",
	query: periodQuery,
	response: communityHealth,
	handler: async ({ guild, query }) => readHealth(guild, askedDays(query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
