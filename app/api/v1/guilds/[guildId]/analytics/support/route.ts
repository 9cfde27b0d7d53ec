import { askedDays } from "@/lib/analytics/refusals";
import { readSupport } from "@/lib/analytics/support/data";
import { support, supportQuery } from "@/lib/analytics/support/schema";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const GET = guildRoute({
	permission: "support.read",
	costly: true,
	summary: "Read what the support desk did in a period: conversations, response times and tickets",
	query: supportQuery,
	response: support,
	handler: async ({ guild, query }) => readSupport(guild, askedDays(query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
