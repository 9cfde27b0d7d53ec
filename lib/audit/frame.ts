import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { foundOrNull } from "@/lib/errors";
import { namesOf } from "@/lib/guilds/names";
import { PAGE_SIZE } from "@/lib/page-size";
import { listAudit, readAuditEntry, readableSources } from "./data";
import {
	type AuditDetail,
	type AuditFilters,
	type AuditKind,
	type AuditList,
	type AuditSource,
	auditKinds,
	auditParams,
} from "./schema";

type Chosen = { id: string; name: string } | null;

export type AuditFrame = {
	first: AuditList;
	sources: AuditSource[];
	kinds: readonly AuditKind[];
	actor: Chosen;
	target: Chosen;
	/** The entry that the address opens; null when there is none for this person. */
	open: AuditDetail | null | undefined;
};

/** Everything that the page shows at first. */
export async function auditFrame(
	guild: GuildScope,
	filters: AuditFilters,
	entry: string | string[] | undefined,
): Promise<AuditFrame> {
	const { actor, target } = filters;
	const names = await namesOf(guild, [actor ?? "", target ?? ""]);
	const chosen = (id: string | undefined): Chosen =>
		id === undefined ? null : { id, name: names[id]?.name ?? id };
	return {
		first: await listAudit(guild, { ...filters, limit: PAGE_SIZE }),
		sources: readableSources(guild),
		kinds: auditKinds,
		actor: chosen(actor),
		target: chosen(target),
		open: entry === undefined ? undefined : await readOrNull(guild, String(entry)),
	};
}

async function readOrNull(guild: GuildScope, key: string): Promise<AuditDetail | null> {
	const [source, entryId] = key.split("-");
	const params = auditParams.safeParse({ source, entryId });
	return params.success ? foundOrNull(readAuditEntry(guild, params.data)) : null;
}
