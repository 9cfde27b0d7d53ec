import type { Logger } from "pino";
import { eachGuild } from "@/bot/each-guild";
import { holdCases } from "@/bot/rows/hold-cases";
import type { Db, Scope } from "@/bot/scope";

const due = "NOT c.is_deleted AND c.case_expires_at <= now()";

const open = `c.case_status AND ${due}`;

/** As the index cases_closed_early_idx has it. */
const closedEarly = `c.case_type = 'TEMPBAN' AND NOT c.case_status AND ${due}
	AND coalesce(c.resolved_at, c.voided_at, c.updated_at) < c.case_expires_at`;

const key = "'expire#' || c.case_id || '#' || extract(epoch FROM c.case_expires_at)";

/** Whether Discord did what a case about a ban says: its log tells of it, or not every order of it failed. */
const carriedOut = (name: string) => `(${name}.audit_log_entry_id IS NOT NULL OR coalesce((
	SELECT bool_or(o.state <> 'failed') FROM discord_orders o
	WHERE o.guild_id = ${name}.guild_id AND o.case_id = ${name}.case_id
		AND o.kind = CASE ${name}.case_type WHEN 'UNBAN' THEN 'unban' ELSE 'ban' END), true))`;

/** Whether the member was unbanned or banned anew since: what was done last is in force, also where its case is void. */
const replaced = `EXISTS (
	SELECT FROM cases x
	WHERE x.guild_id = c.guild_id AND x.case_user_id = c.case_user_id AND (x.created_at, x.case_id) > (c.created_at, c.case_id)
		AND x.case_type IN ('BAN', 'HACKBAN', 'TEMPBAN', 'UNBAN') AND NOT x.is_deleted AND ${carriedOut("x")})`;

const unban = `
	SELECT FROM discord_orders o WHERE o.guild_id = c.guild_id AND o.case_id = c.case_id AND o.kind = 'unban'`;

const toLift = `c.case_type = 'TEMPBAN' AND c.order_state <> 'pending' AND ${carriedOut("c")} AND NOT ${replaced}
	AND NOT EXISTS (${unban} AND o.state = 'done')
	AND NOT EXISTS (SELECT FROM discord_orders o WHERE o.guild_id = c.guild_id AND o.idempotency_key = ${key})`;

/**
 * A case's status is its record: closing or voiding it changes nothing on Discord, and its ban ends when it was to end.
 * Where nobody has heard of the ban, whoever closed the case has lifted it.
 */
const toLiftThough = `${closedEarly} AND ${toLift} AND EXISTS (
	SELECT FROM discord_guild_bans b
	WHERE b.guild_id = c.guild_id AND b.user_id = c.case_user_id AND b.removed_at IS NULL)`;

/** A time-out has ended when its time has come, and a temporary ban when it was lifted, or need not be. */
const ended = `(c.case_type IN ('TIMEOUT', 'JAIL') OR c.case_type = 'TEMPBAN' AND (NOT ${carriedOut("c")} OR ${replaced}
	OR EXISTS (${unban} AND (o.state = 'done' OR o.state = 'failed' AND o.failure = 'not_banned'))))`;

const guildsWithEnds = `
SELECT c.guild_id AS id FROM cases c WHERE ${open} AND (${toLift} OR ${ended})
UNION SELECT c.guild_id FROM cases c WHERE ${toLiftThough}
ORDER BY id`;

/**
 * Temporary bans end with us: Discord knows no end of a ban. The case's own number makes the reason, and the key makes
 * it one order, however many workers look.
 */
const lift = `
INSERT INTO discord_orders (guild_id, kind, target_id, reason, case_id, idempotency_key)
SELECT c.guild_id, 'unban', c.case_user_id, 'The ban has expired', c.case_id, ${key}
FROM cases c
WHERE c.guild_id = $1 AND (${open} AND ${toLift} OR ${toLiftThough})
ORDER BY c.case_id
LIMIT 200
ON CONFLICT (guild_id, idempotency_key) DO NOTHING
RETURNING id`;

const close = `
UPDATE cases c SET case_status = false, resolved_at = now() WHERE c.guild_id = $1 AND ${open} AND ${ended}`;

/**
 * Ends what has reached its end, each guild in a transaction of its own, so that none waits for another while it is held.
 * @returns how many bans were ordered to be lifted
 * @throws what went wrong first, when every guild has had its turn
 */
export async function endExpired(scope: Scope, log: Logger): Promise<number> {
	const guilds = await scope.rows<{ id: string }>(guildsWithEnds);
	return eachGuild(guilds, log, ({ id }) => scope.transaction((db) => endIn(db, id)));
}

async function endIn(db: Db, guildId: string): Promise<number> {
	await holdCases(db, [guildId]);
	const lifted = await db.rows(lift, [guildId]);
	await db.run(close, [guildId]);
	return lifted.length;
}
