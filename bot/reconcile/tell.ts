import { setTimeout as wait } from "node:timers/promises";
import { isDataError } from "@/bot/gateway/failures";
import { Tables } from "@/bot/rows/tables";
import type { Db, Scope } from "@/bot/scope";

const ATTEMPTS = 8;
const FIRST_RETRY_MS = 50;

/**
 * Writes what was read of Discord's state in one transaction, beside the stream of frames: the rows know when what they
 * hold was observed. Tried again where the database is in trouble, or the stream's transaction was in the way.
 * @param more SQL for the same transaction
 * @throws what the database says after the last attempt
 */
export async function tell(
	scope: Scope,
	collect: (tables: Tables) => void,
	more?: (db: Db) => Promise<unknown>,
): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await scope.transaction(async (db) => {
				const tables = new Tables();
				collect(tables);
				await tables.write(db);
				await more?.(db);
			});
		} catch (error) {
			if (attempt === ATTEMPTS || isDataError(error)) throw error;
			await wait(FIRST_RETRY_MS * 2 ** attempt);
		}
	}
}
