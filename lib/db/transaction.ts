import "server-only";
import { createHash } from "node:crypto";
import type { Sql } from "@prisma/client/runtime/client";
import pg from "pg";
import { AppError } from "@/lib/errors";
import type { PrismaClient } from "./generated/client";
import { abandoned, prismaOn } from "./prisma";

/** One connection inside one transaction: hand-written SQL through `rows` and `one`, Prisma through `db`. */
export type Handle = {
	/**
	 * Runs a query and answers its rows.
	 * @param how `once` for a statement whose text differs each time: it is not kept prepared
	 */
	rows<T>(query: Sql, how?: "prepared" | "once"): Promise<T[]>;
	/** Like `rows`, for a query that answers at most one. */
	one<T>(query: Sql): Promise<T | undefined>;
	/** The same connection and transaction through Prisma. */
	readonly db: PrismaClient;
};

/** Statements prepared under a name per connection; beyond this many texts, later ones go unnamed. */
const MAX_NAMED = 400;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
	const known = names.get(text);
	if (known !== undefined || names.size >= MAX_NAMED) return known;
	const name = createHash("sha1").update(text).digest("base64url");
	names.set(text, name);
	return name;
}

function handleOn(connection: pg.PoolClient): Handle {
	const rows = async <T>(query: Sql, how = "prepared"): Promise<T[]> => {
		const name = how === "once" ? undefined : nameOf(query.text);
		const config = { text: query.text, values: query.values as unknown[] };
		const result = await connection.query(name === undefined ? config : { ...config, name });
		return result.rows as T[];
	};
	return {
		rows,
		one: async <T>(query: Sql) => (await rows<T>(query))[0],
		get db() {
			return prismaOn(connection);
		},
	};
}

/** How a transaction begins. */
export type Opening = {
	readOnly: boolean;
	/** Milliseconds after which a statement is cut off; as the pool says without it. */
	statementTimeout?: number;
	/** The first query, which goes out together with BEGIN. */
	first: Sql;
};

/**
 * Runs `work` in one transaction; it gets the rows that the first query answered.
 * @returns what `work` returns, after COMMIT; on any error the transaction is rolled back.
 * @throws AppError `database_unavailable` when no connection can be had.
 */
export async function inTransaction<T, Row>(
	from: pg.Pool,
	opening: Opening,
	work: (handle: Handle, opened: Row[]) => Promise<T>,
): Promise<T> {
	const connection = await checkout(from);
	let broken: Error | undefined;
	try {
		const handle = handleOn(connection);
		// Both are under way before either is awaited.
		const [, opened] = await inOneWrite(connection, () =>
			Promise.all([connection.query(beginning(opening)), handle.rows<Row>(opening.first)]),
		);
		const result = await work(handle, opened);
		await commit(connection);
		return result;
	} catch (error) {
		await connection.query("ROLLBACK").catch((cause: Error) => {
			broken = cause;
		});
		throw error;
	} finally {
		connection.release(broken);
	}
}

/** Sends whatever `ask` puts on the way, before it waits for the first answer, as one packet. */
function inOneWrite<T>(connection: pg.PoolClient, ask: () => T): T {
	const wire = "connection" in connection ? connection.connection : undefined;
	if (!(wire instanceof pg.Connection)) return ask();
	wire.stream.cork();
	try {
		return ask();
	} finally {
		wire.stream.uncork();
	}
}

function beginning({ readOnly, statementTimeout }: Opening): string {
	const begin = readOnly ? "BEGIN READ ONLY" : "BEGIN";
	return statementTimeout === undefined
		? begin
		: `${begin}; SET LOCAL statement_timeout = ${statementTimeout}`;
}

/** COMMIT answers "ROLLBACK" when a statement failed before and the failure was swallowed: that is not a success. */
async function commit(connection: pg.PoolClient): Promise<void> {
	const lost = abandoned.delete(connection);
	const { command } = await connection.query(lost ? "ROLLBACK" : "COMMIT");
	if (command !== "COMMIT")
		throw new AppError("internal", { cause: new Error("the transaction was rolled back") });
}

async function checkout(from: pg.Pool): Promise<pg.PoolClient> {
	try {
		return await from.connect();
	} catch (cause) {
		throw new AppError("database_unavailable", { cause, retryAfter: 5 });
	}
}
