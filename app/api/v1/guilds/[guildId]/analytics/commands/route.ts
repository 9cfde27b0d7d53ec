import { readCommandUse } from "@/lib/analytics/commands";
import { commandsQuery, commandUse } from "@/lib/analytics/commands-schema";
import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";

export const GET = guildRoute({
	permission: "commands.read",
	costly: true,
	summary: "Read how often commands were used in a period, how often they failed and how fast they responded",
	query: commandsQuery,
	response: commandUse,
	handler: ({ guild, query }) => readCommandUse(guild, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
