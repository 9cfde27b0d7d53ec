import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listChannels } from "@/lib/channels/data";
import { channelList } from "@/lib/channels/schema";

export const GET = guildRoute({
	permission: "channels.read",
	summary: "List all channels and active threads",
	response: channelList,
	handler: async ({ guild }) => ({ items: await listChannels(guild) }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
