import type { Logger } from "pino";
import { eachGuild } from "@/bot/each-guild";
import { holdCases } from "@/bot/rows/hold-cases";
import type { Db, Scope } from "@/bot/scope";

const overdue = "c.case_status AND NOT c.is_deleted AND c.case_expires_at <= now()";

const key = "'expire#' || c.case_id || '#' || extract(epoch FROM c.case_expires_at)";

const toLift = `c.case_type = 'TEMPBAN' AND c.order_state <> 'pending'
	AND NOT EXISTS (SELECT FROM discord_orders o WHERE o.guild_id = c.guild_id AND o.idempotency_key = ${key})`;

/** A time-out has ended when its time has come, and a temporary ban when it was lifted, or need not be. */
const ended = `(c.case_type IN ('TIMEOUT', 'JAIL') OR c.case_type = 'TEMPBAN' AND EXISTS (
	SELECT FROM discord_orders o
	WHERE o.guild_id = c.guild_id AND o.case_id = c.case_id AND o.kind = 'unban'
		AND (o.state = 'done' OR o.state = 'failed' AND o.failure = 'not_banned')))`;

const guildsWithEnds = `
SELECT DISTINCT c.guild_id AS id FROM cases c WHERE ${overdue} AND (${toLift} OR ${ended}) ORDER BY c.guild_id`;

/**
 * Temporary bans end with us: Discord knows no end of a ban. The case's own number makes the reason, and the key makes
 * it one order, however many workers look.
 */
const lift = `
INSERT INTO discord_orders (guild_id, kind, target_id, reason, case_id, idempotency_key)
SELECT c.guild_id, 'unban', c.case_user_id, 'The ban has expired', c.case_id, ${key}
FROM cases c
WHERE c.guild_id = $1 AND ${overdue} AND ${toLift}
ORDER BY c.case_id
LIMIT 200
ON CONFLICT (guild_id, idempotency_key) DO NOTHING
RETURNING id`;

const close = `
UPDATE cases c SET case_status = false, resolved_at = now() WHERE c.guild_id = $1 AND ${overdue} AND ${ended}`;

/**
 * Ends what has reached its end, each guild in a transaction of its own, so that none waits for another while it is held.
 * @returns how many bans were ordered to be lifted
 * @throws what went wrong first, when every guild has had its turn
 */
export async function endExpired(scope: Scope, log: Logger): Promise<number> {
	const guilds = await scope.rows<{ id: string }>(guildsWithEnds);
	return eachGuild(guilds, log, (guildId) => scope.transaction((db) => endIn(db, guildId)));
}

async function endIn(db: Db, guildId: string): Promise<number> {
	await holdCases(db, [guildId]);
	const lifted = await db.rows(lift, [guildId]);
	await db.run(close, [guildId]);
	return lifted.length;
}
