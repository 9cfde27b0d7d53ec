import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { executionColumns, exportExecutions } from "@/lib/commands/export";
import { executionFilters, executionListItem } from "@/lib/commands/schema";

export const GET = guildExport({
	permission: "commands.read",
	summary: "Export matching uses of commands, newest first, as CSV or JSON",
	name: "executions",
	query: executionFilters,
	item: executionListItem,
	columns: executionColumns,
	open: exportExecutions,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
