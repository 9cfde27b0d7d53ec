import {
	join as joined,
	empty as nothing,
	type Sql as SqlOf,
	sqltag,
	raw as unescaped,
} from "@prisma/client/runtime/client";
import { PAGE_SIZE } from "@/lib/page-size";

/** A query or a fragment of one: its text and the values bound to it. */
export type Sql = SqlOf;

/** Builds a query or a fragment; every interpolated value becomes a bound parameter. */
export const sql = sqltag;

/** Values or fragments in a row, separated by commas or by what is given. */
export const join = joined;

/** The fragment that adds nothing. */
export const empty = nothing;

/** Text that becomes part of the query verbatim: for names from our own lists, never for user input. */
export const raw = unescaped;

/** The rows of a page of the usual size, and one more to see whether there is a next page. */
const USUAL_ROWS = PAGE_SIZE + 1;

/**
 * `LIMIT` of a page, for a query that is planned well without knowing its values. Of a bound limit the planner expects a
 * tenth of all rows, finds each plan for given values cheaper, and so plans anew every time; the usual one therefore
 * stands in the text, and its plan is kept. Others are bound: every text is a statement that each connection keeps.
 */
export function rowLimit(rows: number): Sql {
	return rows === USUAL_ROWS ? raw(`LIMIT ${USUAL_ROWS}`) : sql`LIMIT ${rows}`;
}
