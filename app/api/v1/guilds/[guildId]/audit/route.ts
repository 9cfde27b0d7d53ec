import { guildRoute } from "@/lib/api/guild-route";
import { methodsBesides } from "@/lib/api/methods";
import { listAudit } from "@/lib/audit/data";
import { auditList, listAuditQuery } from "@/lib/audit/schema";

export const GET = guildRoute({
	permission: "audit.read",
	summary: "List what was done, newest first: in this dashboard (from level 5), by the bot, on Discord",
	costly: true,
	query: listAuditQuery,
	response: auditList,
	handler: ({ guild, query }) => listAudit(guild, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
