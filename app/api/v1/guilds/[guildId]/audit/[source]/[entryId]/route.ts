import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { readAuditEntry } from "@/lib/audit/data";
import { auditDetail, auditParams } from "@/lib/audit/schema";

export const GET = guildRoute({
	permission: "audit.read",
	summary:
		"Read one audit entry in full: fields before and after, the raw entry, its place in the hash chain",
	params: auditParams,
	response: auditDetail,
	handler: ({ guild, params }) => readAuditEntry(guild, params),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
