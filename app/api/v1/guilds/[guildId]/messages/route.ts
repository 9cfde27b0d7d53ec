import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { searchMessages } from "@/lib/messages/data";
import { listMessagesQuery } from "@/lib/messages/schema";
import { messageList } from "@/lib/messages/view-schema";

export const GET = guildRoute({
	permission: "messages.read",
	summary: "Search messages by words, author, channel, mention, day and content type",
	limit: "search",
	query: listMessagesQuery,
	response: messageList,
	handler: ({ guild, query }) => searchMessages(guild, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
