import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import type { Column } from "@/lib/export/cells";
import { EXPORT_PAGE, type ListReader } from "@/lib/export/reader";
import { listAudit } from "./data";
import type { AuditEntry, AuditFilters, FieldChange } from "./schema";

const nameOf = ({ names }: AuditEntry, id: string | null) => (id === null ? null : (names[id]?.name ?? null));

export const auditColumns: readonly Column<AuditEntry>[] = [
	{ label: "Log", kind: "text", value: ({ source }) => source },
	{ label: "Entry ID", kind: "id", value: ({ id }) => id },
	{ label: "At (UTC)", kind: "instant", value: ({ at }) => at },
	{ label: "Actor ID", kind: "id", value: ({ actorId }) => actorId },
	{ label: "Actor", kind: "text", value: (entry) => nameOf(entry, entry.actorId) ?? entry.actorName },
	{ label: "Action", kind: "text", value: ({ action }) => action },
	{ label: "Table", kind: "text", value: ({ table }) => table },
	{ label: "Row", kind: "id", value: ({ rowKey }) => rowKey },
	{ label: "Target ID", kind: "id", value: ({ targetId }) => targetId },
	{ label: "Target", kind: "text", value: (entry) => nameOf(entry, entry.targetId) },
	{ label: "Channel ID", kind: "id", value: ({ channelId }) => channelId },
	{ label: "Channel", kind: "text", value: (entry) => nameOf(entry, entry.channelId) },
	{ label: "Message ID", kind: "id", value: ({ messageId }) => messageId },
	{ label: "Number", kind: "number", value: ({ number }) => number },
	{ label: "Reason", kind: "text", value: ({ reason }) => reason },
	{ label: "Changes", kind: "list", value: ({ fields }) => fields.map(changeText) },
];

/** `nick: "Ana" → null`, each side as JSON. */
function changeText({ field, before, after }: FieldChange): string {
	const said = (value: unknown) => JSON.stringify(value ?? null);
	return `${field}: ${said(before)} → ${said(after)}`;
}

/** The timeline of the logs that the person may read, newest first. */
export async function exportAudit(_: GuildScope, filters: AuditFilters): Promise<ListReader<AuditEntry>> {
	return {
		about: null,
		read: (scope, cursor) => listAudit(scope, { ...filters, cursor, limit: EXPORT_PAGE }),
	};
}
