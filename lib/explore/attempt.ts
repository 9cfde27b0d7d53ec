import "server-only";
import { toAppError } from "@/lib/api/problem";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { log } from "@/lib/log";

/** Why there are no figures; the code of the error, where the person can do something about it. */
export type Problem = "tooSlow" | "tooMany" | "failed";

export type Attempt<T> = { answer: T; problem: null } | { answer: null; problem: Problem };

/**
 * Reads something that may take too long or fail, and leaves the transaction as usable as it was: the rest of the page is
 * shown either way.
 * @param timeout milliseconds for each of its statements
 */
export async function attempt<T>(
	guild: GuildScope,
	read: () => Promise<T>,
	timeout: number,
): Promise<Attempt<T>> {
	await guild.rows(sql`SAVEPOINT attempt`);
	try {
		await guild.rows(sql`SELECT set_config('statement_timeout', ${String(timeout)}, true)`);
		return { answer: await read(), problem: null };
	} catch (error) {
		const { code } = toAppError(error);
		const problem = code === "too_slow" ? "tooSlow" : code === "too_many_at_once" ? "tooMany" : "failed";
		if (problem === "failed") log().warn({ err: error }, "a chart could not be read");
		return { answer: null, problem };
	} finally {
		await guild.rows(sql`ROLLBACK TO SAVEPOINT attempt`);
	}
}
