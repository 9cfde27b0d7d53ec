import pg from "pg";

/** SQLSTATEs of a transaction that another writer overtook: unique_violation, serialization_failure, deadlock_detected. */
const overtaken = new Set(["23505", "40001", "40P01"]);
const attempts = 5;

/** Runs `work` in a transaction of its own. */
export async function transaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
	await client.query("BEGIN");
	try {
		const result = await work();
		await client.query("COMMIT");
		return result;
	} catch (error) {
		await client.query("ROLLBACK");
		throw error;
	}
}

/**
 * Runs `work` in a transaction, and anew in another one where a different writer, such as the worker, came first: it
 * stored one of the rows meanwhile, or each waited for the other. Then `work` sees what that one wrote.
 * @throws what `work` throws, also when it was overtaken five times
 */
export async function repeatedTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await transaction(client, work);
		} catch (error) {
			if (attempt === attempts || !isOvertaken(error)) throw error;
		}
	}
}

function isOvertaken(error: unknown): boolean {
	return error instanceof pg.DatabaseError && overtaken.has(error.code ?? "");
}
