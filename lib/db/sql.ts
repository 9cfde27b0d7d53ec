import {
	join as joined,
	empty as nothing,
	type Sql as SqlOf,
	sqltag,
	raw as unescaped,
} from "@prisma/client/runtime/client";

/** A query or a fragment of one: its text and the values bound to it. */
export type Sql = SqlOf;

/** Builds a query or a fragment; every interpolated value becomes a bound parameter. */
export const sql = sqltag;

/** Values or fragments in a row, separated by commas or by what is given. */
export const join = joined;

/** The fragment that adds nothing. */
export const empty = nothing;

/** Text that becomes part of the query as it stands: for names from our own lists, never for what somebody sent. */
export const raw = unescaped;
