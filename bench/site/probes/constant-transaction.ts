import { headers } from "next/headers";
import type pg from "pg";
import type { Sql } from "@/lib/db/sql";
import { type Handle, inTransaction as inRealTransaction, type Opening } from "@/lib/db/transaction";

/** What each statement answered when a request with `x-bench: record` ran it, by its text and turn. */
const kept = new Map<string, unknown[]>();

/**
 * Stands in for the application's transactions in the bench's own build: a request with `x-bench: constant` gets the
 * rows that one with `x-bench: record` got, and no connection. Everything above the rows is as in the product.
 */
export async function inTransaction<T, Row>(
	from: pg.Pool,
	opening: Opening,
	work: (handle: Handle, opened: Row[]) => Promise<T>,
): Promise<T> {
	const mode = (await headers()).get("x-bench");
	if (mode === null) return inRealTransaction<T, Row>(from, opening, work);
	const turns = new Map<string, number>();
	const keyOf = ({ text }: Sql) => {
		const turn = (turns.get(text) ?? 0) + 1;
		turns.set(text, turn);
		return `${text}#${turn}`;
	};
	if (mode === "record") {
		return inRealTransaction<T, Row>(from, opening, (handle, opened) => {
			kept.set(keyOf(opening.first), opened);
			return work(recording(handle, keyOf), opened);
		});
	}
	const rows = async <R>(query: Sql) => (kept.get(keyOf(query)) ?? []) as R[];
	const constant: Handle = {
		rows,
		one: async <R>(query: Sql) => (await rows<R>(query))[0],
		get db(): never {
			throw new Error("a constant has no Prisma");
		},
	};
	return work(constant, await rows<Row>(opening.first));
}

function recording(handle: Handle, keyOf: (query: Sql) => string): Handle {
	const rows = async <R>(query: Sql) => {
		const key = keyOf(query);
		const answer = await handle.rows<R>(query);
		kept.set(key, answer);
		return answer;
	};
	return {
		rows,
		one: async <R>(query: Sql) => (await rows<R>(query))[0],
		get db() {
			return handle.db;
		},
	};
}
