import { readGrowth } from "@/lib/analytics/growth/data";
import { growth } from "@/lib/analytics/growth/schema";
import { askedDays } from "@/lib/analytics/refusals";
import { growthQuery } from "@/lib/analytics/schema";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const GET = guildRoute({
	permission: "overview.read",
	costly: true,
	summary: "Read who joined, who left and who stays in a period, and in its comparison period",
	query: growthQuery,
	response: growth,
	handler: async ({ guild, query }) => readGrowth(guild, askedDays(query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
