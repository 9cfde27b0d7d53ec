import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { readOverview } from "@/lib/overview/data";
import { overview, overviewQuery } from "@/lib/overview/schema";

export const GET = guildRoute({
	permission: "overview.read",
	summary: "Read the figures for a period and for the one before it, and what needs attention",
	query: overviewQuery,
	response: overview,
	handler: ({ guild, query }) => readOverview(guild, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
