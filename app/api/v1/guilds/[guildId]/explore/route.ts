import { askedDays } from "@/lib/analytics/refusals";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { readExplore } from "@/lib/explore/data";
import { definition, exploreResult } from "@/lib/explore/schema";

export const GET = guildRoute({
	permission: "overview.read",
	summary: "Answer an Explore view: a measure, broken down by a dimension, over a period",
	limit: "search",
	query: definition,
	response: exploreResult,
	handler: async ({ guild, query }) => readExplore(guild, askedDays(query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
