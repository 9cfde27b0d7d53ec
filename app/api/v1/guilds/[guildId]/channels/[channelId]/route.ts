import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { readChannel } from "@/lib/channels/data";
import { channelDetail, channelParams } from "@/lib/channels/schema";

export const GET = guildRoute({
	permission: "channels.read",
	summary: "Read one channel with its overwrites",
	params: channelParams,
	response: channelDetail,
	handler: ({ guild, params }) => readChannel(guild, params.channelId),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
