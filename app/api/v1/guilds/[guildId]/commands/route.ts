import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listCommands } from "@/lib/commands/data";
import { commandList, listCommandsQuery } from "@/lib/commands/schema";

export const GET = guildRoute({
	permission: "commands.read",
	summary: "List the bot's commands with their uses, errors and response times in a period",
	query: listCommandsQuery,
	response: commandList,
	handler: ({ guild, query }) => listCommands(guild, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
