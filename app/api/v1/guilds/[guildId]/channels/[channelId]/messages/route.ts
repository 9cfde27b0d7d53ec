import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { channelParams } from "@/lib/channels/schema";
import { order, sendMessage } from "@/lib/orders/request-schema";
import { orderMessage } from "@/lib/orders/single";

export const POST = guildRoute({
	permission: "messages.send",
	summary: "Order a message to be sent as the bot",
	params: channelParams,
	body: sendMessage,
	response: order,
	handler: ({ guild, params, body }) => orderMessage(guild, params.channelId, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("POST");
