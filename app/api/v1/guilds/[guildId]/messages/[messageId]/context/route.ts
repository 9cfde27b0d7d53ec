import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { messageContext } from "@/lib/messages/context";
import { messageContextQuery, messageParams } from "@/lib/messages/schema";
import { messageContext as messageContextView } from "@/lib/messages/view-schema";

export const GET = guildRoute({
	permission: "messages.read",
	summary: "Read a message with the conversation around it",
	params: messageParams,
	query: messageContextQuery,
	response: messageContextView,
	handler: ({ guild, params, query }) => messageContext(guild, params.messageId, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
