import { guildExport } from "@/lib/api/guild-export";
import { methodsBesides } from "@/lib/api/methods";
import { auditColumns, exportAudit } from "@/lib/audit/export";
import { auditEntry, auditFilters } from "@/lib/audit/schema";

export const GET = guildExport({
	permission: "audit.read",
	summary: "Export the timeline of what was done, newest first, as CSV or JSON",
	name: "audit",
	query: auditFilters,
	item: auditEntry,
	columns: auditColumns,
	open: exportAudit,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
