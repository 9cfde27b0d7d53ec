import { setTimeout as wait } from "node:timers/promises";
import { isDataError } from "@/bot/gateway/failures";
import { commitClock } from "@/bot/gateway/sessions";
import { Tables } from "@/bot/rows/tables";
import { takeTurns } from "@/bot/rows/turns";
import type { Db, Scope } from "@/bot/scope";

const ATTEMPTS = 8;
const FIRST_RETRY_MS = 50;

/**
 * Writes what was read of a guild in one transaction, beside the stream of frames: the rows know when what they hold was
 * observed. It takes turns with others who write of the guild, and tries again where the database is in trouble.
 * @param more SQL for the same transaction
 * @throws what the database says after the last attempt
 */
export async function tell(
	scope: Scope,
	guildId: string,
	collect: (tables: Tables) => void,
	more?: (db: Db) => Promise<unknown>,
): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await scope.transaction(async (db) => {
				await takeTurns(db, [guildId]);
				const tables = new Tables();
				collect(tables);
				await tables.write(db);
				await more?.(db);
				await commitClock(db, guildId);
			});
		} catch (error) {
			if (attempt === ATTEMPTS || isDataError(error)) throw error;
			await wait(FIRST_RETRY_MS * 2 ** attempt);
		}
	}
}
