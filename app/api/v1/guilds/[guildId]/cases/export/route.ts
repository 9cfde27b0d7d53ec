import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { caseColumns, exportCases } from "@/lib/cases/export";
import { caseFilters, caseListItem } from "@/lib/cases/schema";

export const GET = guildExport({
	permission: "cases.read",
	summary: "Export matching cases, newest first, as CSV or JSON",
	name: "cases",
	query: caseFilters,
	item: caseListItem,
	columns: caseColumns,
	open: exportCases,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
