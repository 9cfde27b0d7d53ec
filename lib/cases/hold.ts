import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";

/**
 * Waits until nobody else changes what the figures of the guild's cases are made from, and keeps others waiting until the
 * transaction ends. Opening a case takes the guild's row before the case's and the change log's; a change that took it
 * after them would stand in the way of one that waits for it.
 */
export async function holdCases(guild: GuildScope): Promise<void> {
	await guild.rows(sql`SELECT app.hold_cases()`);
}
