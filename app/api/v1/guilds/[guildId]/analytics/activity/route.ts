import { readActivity } from "@/lib/analytics/activity/data";
import { activity } from "@/lib/analytics/activity/schema";
import { askedNarrowed } from "@/lib/analytics/refusals";
import { activityQuery } from "@/lib/analytics/schema";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const GET = guildRoute({
	permission: "overview.read",
	costly: true,
	summary: "Read who wrote how much, where and when in a period, and in its comparison period",
	query: activityQuery,
	response: activity,
	handler: async ({ guild, query }) => readActivity(guild, askedNarrowed(guild, query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
