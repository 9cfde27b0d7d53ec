import "server-only";
import { pool } from "@/lib/db/pool";
import { env } from "@/lib/env";

/**
 * Revokes operator rights from everyone whom `GUILDHALL_OPERATORS` no longer names: signing in gives them, and
 * somebody who left the list need never sign in again. A visit that is under way ends by itself, within a day.
 */
export async function dismissFormerOperators(): Promise<void> {
	await pool("auth").query(
		"UPDATE web_users SET is_operator = false WHERE is_operator AND user_id <> ALL ($1::bigint[])",
		[env().GUILDHALL_OPERATORS],
	);
}
