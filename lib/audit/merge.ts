import { decodeCursor, encodeCursor, foreignCursor, isRowId } from "@/lib/api/cursor";
import { type AuditSource, auditSources } from "./schema";

/** Where reading continues in each log: after its last shown entry, or at the newest for null. */
export type Positions = Record<AuditSource, string | null>;

/** @throws AppError `bad_request` for a cursor that the timeline did not give out */
export function positionsOf(cursor: string | undefined): Positions {
	const values = cursor === undefined ? [null, null, null] : decodeCursor(cursor, auditSources.length);
	if (!values.every((value) => value === null || isRowId(String(value)))) throw foreignCursor();
	const [change, bot, discord] = values.map((value) => (value === null ? null : String(value)));
	return { change: change ?? null, bot: bot ?? null, discord: discord ?? null };
}

type Dated = { source: AuditSource; id: string; at: string };

/**
 * The newest `limit` entries of the logs, each of which is newest first, and the cursor to what follows. Every log is
 * taken from its front only, so that the next page neither repeats nor skips an entry even where two clocks disagree.
 */
export function mergeLogs<E extends Dated>(
	logs: Record<AuditSource, readonly E[]>,
	positions: Positions,
	limit: number,
): { items: E[]; nextCursor: string | null } {
	const taken: Record<AuditSource, number> = { change: 0, bot: 0, discord: 0 };
	const reached = { ...positions };
	const items: E[] = [];
	for (let next = newest(logs, taken); next && items.length < limit; next = newest(logs, taken)) {
		items.push(next);
		taken[next.source]++;
		reached[next.source] = next.id;
	}
	const more = newest(logs, taken) !== undefined;
	return { items, nextCursor: more ? encodeCursor(auditSources.map((source) => reached[source])) : null };
}

/** The newest of the logs' fronts; of the same moment, in the order of the sources. */
function newest<E extends Dated>(
	logs: Record<AuditSource, readonly E[]>,
	taken: Record<AuditSource, number>,
): E | undefined {
	const fronts = auditSources.flatMap((source) => logs[source][taken[source]] ?? []);
	return fronts.reduce<E | undefined>(
		(best, entry) => (best === undefined || Date.parse(entry.at) > Date.parse(best.at) ? entry : best),
		undefined,
	);
}
