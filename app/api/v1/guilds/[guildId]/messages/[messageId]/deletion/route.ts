import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { messageParams } from "@/lib/messages/schema";
import { deleteMessage, order } from "@/lib/orders/request-schema";
import { orderDeletion } from "@/lib/orders/single";

export const POST = guildRoute({
	permission: "messages.delete",
	summary: "Order a message to be deleted on Discord",
	params: messageParams,
	body: deleteMessage,
	response: order,
	handler: ({ guild, params, body }) => orderDeletion(guild, params.messageId, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("POST");
