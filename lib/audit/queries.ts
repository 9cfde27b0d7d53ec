import { api, searchString } from "@/lib/api/client";
import { pagedQuery } from "@/lib/api/paged-query";
import type { AuditEntry, AuditFilters, AuditList } from "./schema";

const keys = {
	list: (guildId: string, filters: AuditFilters) => ["guilds", guildId, "audit", filters] as const,
};

/** The timeline, newest first, older entries by cursor. */
export function auditQuery(guildId: string, filters: AuditFilters) {
	return pagedQuery<AuditEntry>(keys.list(guildId, filters), (cursor, signal) =>
		api.get<AuditList>(`/guilds/${guildId}/audit${searchString({ ...filters, cursor })}`, signal),
	);
}
