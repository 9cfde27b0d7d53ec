import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { exportedMessage, exportMessages, messageColumns } from "@/lib/messages/export";
import { messageFilters } from "@/lib/messages/schema";

export const GET = guildExport({
	permission: "messages.read",
	summary: "Export matching messages, newest first, as CSV or JSON",
	name: "messages",
	query: messageFilters,
	item: exportedMessage,
	columns: messageColumns,
	open: exportMessages,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
