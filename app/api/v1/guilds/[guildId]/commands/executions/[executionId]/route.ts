import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { readExecution } from "@/lib/commands/executions";
import { executionDetail, executionParams } from "@/lib/commands/schema";

export const GET = guildRoute({
	permission: "commands.read",
	summary: "Read one use of a command in full: options, response, error, times",
	params: executionParams,
	response: executionDetail,
	handler: ({ guild, params }) => readExecution(guild, params.executionId),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
