import { guildRoute } from "@/lib/api/guild-route";
import { listChannels } from "@/lib/channels/data";
import { channelList } from "@/lib/channels/schema";

export const GET = guildRoute({
	permission: "channels.read",
	summary: "List all channels and active threads",
	response: channelList,
	handler: async ({ guild }) => ({ items: await listChannels(guild) }),
});
