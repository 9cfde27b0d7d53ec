import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { exportMembers, memberColumns } from "@/lib/members/export";
import { memberFilters, memberListItem } from "@/lib/members/schema";

export const GET = guildExport({
	permission: "members.read",
	summary: "Export matching members as CSV or JSON",
	name: "members",
	query: memberFilters,
	item: memberListItem,
	columns: memberColumns,
	open: exportMembers,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
