import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import type { Column } from "@/lib/export/cells";
import { EXPORT_PAGE, type ListReader } from "@/lib/export/reader";
import { listCases } from "./data";
import type { CaseFilters, CaseListItem } from "./schema";

export const caseColumns: readonly Column<CaseListItem>[] = [
	{ label: "Case", kind: "number", value: ({ caseNumber }) => caseNumber },
	{ label: "Type", kind: "text", value: ({ type }) => type.code ?? type.custom?.name ?? null },
	{ label: "Member ID", kind: "id", value: ({ member }) => member.id },
	{ label: "Member", kind: "text", value: ({ member }) => member.name },
	{ label: "Moderator ID", kind: "id", value: ({ moderator }) => moderator.id },
	{ label: "Moderator", kind: "text", value: ({ moderator }) => moderator.name },
	{ label: "Reason", kind: "text", value: ({ reason }) => reason },
	{ label: "Status", kind: "text", value: ({ status }) => status },
	{ label: "Opened (UTC)", kind: "instant", value: ({ createdAt }) => createdAt },
	{ label: "Expires (UTC)", kind: "instant", value: ({ expiresAt }) => expiresAt },
	{ label: "On Discord", kind: "text", value: ({ order }) => order.state },
	{ label: "Why not", kind: "text", value: ({ order }) => order.error },
];

/** The cases that fit, newest first. */
export async function exportCases(_: GuildScope, filters: CaseFilters): Promise<ListReader<CaseListItem>> {
	return {
		about: null,
		read: (scope, cursor) => listCases(scope, { ...filters, cursor, limit: EXPORT_PAGE }),
	};
}
