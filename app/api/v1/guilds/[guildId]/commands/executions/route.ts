import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listExecutions } from "@/lib/commands/executions";
import { executionList, listExecutionsQuery } from "@/lib/commands/schema";

export const GET = guildRoute({
	permission: "commands.read",
	summary: "List uses of commands, newest first, by command, user, channel, outcome and period",
	costly: true,
	query: listExecutionsQuery,
	response: executionList,
	handler: ({ guild, query }) => listExecutions(guild, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
