import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { messageParams } from "@/lib/messages/schema";
import { editMessage, order } from "@/lib/orders/request-schema";
import { orderEdit } from "@/lib/orders/single";

export const PATCH = guildRoute({
	permission: "messages.send",
	summary: "Order one of the bot's own messages to be edited",
	params: messageParams,
	body: editMessage,
	response: order,
	handler: ({ guild, params, body }) => orderEdit(guild, params.messageId, body),
});

export const { GET, POST, PUT, DELETE, OPTIONS } = methodsBesides("PATCH");
