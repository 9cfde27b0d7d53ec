import type { Db } from "@/bot/scope";

/**
 * Temporary bans end with us: Discord knows no end of a ban. The case's own number makes the reason, and the key makes
 * it one order, however many workers look.
 */
const liftExpired = `
INSERT INTO discord_orders (guild_id, kind, target_id, reason, case_id, idempotency_key)
SELECT c.guild_id, 'unban', c.case_user_id, 'The ban has expired', c.case_id, 'expire#' || c.case_id || '#' || extract(epoch FROM c.case_expires_at)
FROM cases c
WHERE c.case_status AND NOT c.is_deleted AND c.case_type = 'TEMPBAN' AND c.case_expires_at <= now()
	AND c.order_state <> 'pending'
ORDER BY c.guild_id, c.case_id
LIMIT 200
ON CONFLICT (guild_id, idempotency_key) DO NOTHING
RETURNING id`;

/** A time-out has ended when its time has come, and a temporary ban when it was lifted, or need not be. */
const closeEnded = `
UPDATE cases c SET case_status = false, resolved_at = now()
WHERE c.case_status AND NOT c.is_deleted AND c.case_expires_at <= now()
	AND (c.case_type IN ('TIMEOUT', 'JAIL') OR (c.case_type = 'TEMPBAN' AND EXISTS (
		SELECT FROM discord_orders o
		WHERE o.guild_id = c.guild_id AND o.case_id = c.case_id AND o.kind = 'unban'
			AND (o.state = 'done' OR (o.state = 'failed' AND o.failure = 'not_banned')))))`;

/** Ends what has reached its end. @returns how many bans were ordered to be lifted */
export async function endExpired(db: Db): Promise<number> {
	const lifted = await db.rows(liftExpired);
	await db.rows(closeEnded);
	return lifted.length;
}
