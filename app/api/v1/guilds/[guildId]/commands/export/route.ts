import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { commandColumns, exportCommands } from "@/lib/commands/export";
import { commandListItem, listCommandsQuery } from "@/lib/commands/schema";

export const GET = guildExport({
	permission: "commands.read",
	summary: "Export the bot's commands with their uses in a period as CSV or JSON",
	name: "commands",
	query: listCommandsQuery,
	item: commandListItem,
	columns: commandColumns,
	open: exportCommands,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
