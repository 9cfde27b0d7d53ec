import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { channelParams, listThreadsQuery, threadList } from "@/lib/channels/schema";
import { listThreads } from "@/lib/channels/threads";

export const GET = guildRoute({
	permission: "channels.read",
	summary: "List the threads or posts of a channel, active ones first",
	params: channelParams,
	query: listThreadsQuery,
	response: threadList,
	handler: ({ guild, params, query }) => listThreads(guild, params.channelId, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
