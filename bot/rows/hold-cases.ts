import type { Db } from "@/bot/scope";

const hold = "SELECT FROM discord_guilds WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE";

/**
 * Takes the guilds' rows before anything of their cases, as the dashboard does (`app.hold_cases`). Triggers number cases
 * and tell what became of them behind these rows: whoever took a case first and then waited for its guild would stand in
 * the way of whoever holds the guild and waits for the case.
 */
export async function holdCases(db: Db, guildIds: Iterable<string>): Promise<void> {
	await db.run(hold, [[...guildIds]]);
}
