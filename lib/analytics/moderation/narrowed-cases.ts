import "server-only";
import { empty, type Sql, sql } from "@/lib/db/sql";

/** Which cases are asked for: those of a moderator, of a type by its key, or both; null for any. */
export type Narrowed = { moderator: string | null; type: string | null };

export function isNarrowed({ moderator, type }: Narrowed): boolean {
	return moderator !== null || type !== null;
}

/**
 * What follows the other conditions on a row of the rollups of cases.
 * @param row the name it goes by
 */
export function andNarrowed({ moderator, type }: Narrowed, row: Sql): Sql {
	return sql`${moderator === null ? empty : sql`AND ${row}.moderator_id = ${moderator}::bigint`}
		${type === null ? empty : sql`AND ${row}.type = ${type}`}`;
}
