import type { Db } from "@/bot/scope";

/** Any constant of our own: the first half of the advisory locks' keys; the second is the guild's turn. */
const TURN_CLASS = 491_920_732;
/** Few enough for the server's table of locks, and as many as keep the shards of several processes apart. */
const TURNS = 256n;

const take = "SELECT pg_advisory_xact_lock($1, turn) FROM unnest($2::integer[]) AS t (turn)";

/**
 * Makes the open transaction wait until no other one writes rows of these guilds. The order of tables and keys alone
 * keeps writers from deadlocking only within a statement: triggers write rollups behind several statements of messages,
 * and number a guild's newcomers behind a lock of their own.
 */
export async function takeTurns(db: Db, guildIds: Iterable<string>): Promise<void> {
	const turns = new Set([...guildIds].map((id) => Number((BigInt(id) >> 22n) % TURNS)));
	if (turns.size === 0) return;
	await db.rows(take, [TURN_CLASS, [...turns].sort((one, other) => one - other)]);
}
