import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import type { Column } from "@/lib/export/cells";
import { EXPORT_PAGE, type ListReader, wholeList } from "@/lib/export/reader";
import { listRevisions } from "./history-data";
import { compact, kindOf } from "./key-json";
import { listKeys } from "./keys-data";
import type { DynamicKey } from "./keys-schema";
import type { ConfigRevision } from "./schema";

export const revisionColumns: readonly Column<ConfigRevision>[] = [
	{ label: "Revision", kind: "number", value: ({ revision }) => revision },
	{ label: "Saved (UTC)", kind: "instant", value: ({ at }) => at },
	{ label: "Person ID", kind: "id", value: ({ author }) => author?.id ?? null },
	{ label: "Person", kind: "text", value: ({ author }) => author?.name ?? null },
	{ label: "Note", kind: "text", value: ({ note }) => note },
	{ label: "Settings", kind: "list", value: ({ after }) => Object.keys(after) },
	{ label: "Before", kind: "text", value: ({ before }) => JSON.stringify(before) },
	{ label: "After", kind: "text", value: ({ after }) => JSON.stringify(after) },
];

/** Every save of the settings, newest first. */
export async function exportRevisions(): Promise<ListReader<ConfigRevision>> {
	return {
		about: null,
		read: (scope: GuildScope, cursor) => listRevisions(scope, { cursor, limit: EXPORT_PAGE }),
	};
}

export const keyColumns: readonly Column<DynamicKey>[] = [
	{ label: "Key", kind: "text", value: ({ key }) => key },
	{ label: "Kind", kind: "text", value: ({ json }) => kindOf(json) },
	{ label: "Value (JSON)", kind: "text", value: ({ json }) => compact(json) },
	{ label: "Description", kind: "text", value: ({ description }) => description },
	{ label: "Changed (UTC)", kind: "instant", value: ({ updatedAt }) => updatedAt },
	{ label: "Person ID", kind: "id", value: ({ updatedBy }) => updatedBy?.id ?? null },
	{ label: "Person", kind: "text", value: ({ updatedBy }) => updatedBy?.name ?? null },
];

/** Every dynamic key, by name. */
export async function exportKeys(guild: GuildScope): Promise<ListReader<DynamicKey>> {
	return wholeList((await listKeys(guild)).keys);
}
