import { readCommandUse } from "@/lib/analytics/commands/data";
import { commandsQuery, commandUse } from "@/lib/analytics/commands/schema";
import { askedDays } from "@/lib/analytics/refusals";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const GET = guildRoute({
	permission: "commands.read",
	costly: true,
	summary: "Read how often commands were used in a period, how often they failed and how fast they responded",
	query: commandsQuery,
	response: commandUse,
	handler: async ({ guild, query }) => readCommandUse(guild, askedDays(query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
