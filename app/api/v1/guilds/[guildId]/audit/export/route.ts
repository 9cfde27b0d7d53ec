import { guildExport } from "@/lib/api/guild-export";
import { auditColumns, exportAudit } from "@/lib/audit/export";
import { auditEntry, auditFilters } from "@/lib/audit/schema";

export const GET = guildExport({
	permission: "audit.read",
	summary: "Export the timeline of what was done, newest first, as a file of CSV or JSON",
	name: "audit",
	query: auditFilters,
	item: auditEntry,
	columns: auditColumns,
	open: exportAudit,
});
