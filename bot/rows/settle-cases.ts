import type { Logger } from "pino";
import { eachGuild } from "@/bot/each-guild";
import type { AuditEntry } from "@/bot/rows/audit-log";
import { withEnd } from "@/bot/rows/automod-timeouts";
import { AUTO_MODERATION_TIMEOUT, caseActions } from "@/bot/rows/case-specs";
import { linkedCase, makeCase, toldBy } from "@/bot/rows/cases";
import { holdCases } from "@/bot/rows/hold-cases";
import type { Db, Scope } from "@/bot/scope";

/** Own deeds of the last day, and timeouts by rules, at least a minute old, that no case is linked to. */
const unsettled = `
FROM discord_guilds g
	CROSS JOIN LATERAL (
		SELECT a.id, a.guild_id AS "guildId", a.action_type AS "actionType", a.user_id AS "userId",
			a.target_id AS "targetId", a.changes, a.options, a.reason, a.recorded_at AS at
		FROM discord_native_audit_log a
		WHERE a.guild_id = g.id AND (a.user_id = $1 AND a.action_type = ANY ($2) OR a.action_type = ${AUTO_MODERATION_TIMEOUT})
			AND a.id BETWEEN app.snowflake_at($3::timestamptz - interval '1 day')
				AND app.snowflake_at($3::timestamptz - interval '1 minute')
	) AS a
WHERE NOT EXISTS (SELECT FROM cases c WHERE c.guild_id = a."guildId" AND c.audit_log_entry_id = a.id)`;

const guildsOf = `SELECT DISTINCT g.id ${unsettled} ORDER BY g.id`;
/** So many of each guild in one round, so that its row is not held for long. */
const entriesOf = `SELECT a.* ${unsettled} AND g.id = $4 ORDER BY a.id LIMIT 500`;

/**
 * Makes cases of what this application and rules did and, after a minute, nobody has written down. To be run every minute.
 * Each guild has a transaction of its own, so that none waits for another while it is held.
 * @returns how many were made
 * @throws what went wrong first, when every guild has had its turn
 */
export async function settleCases(
	scope: Scope,
	botId: string,
	log: Logger,
	now = new Date(),
): Promise<number> {
	const about = [botId, caseActions, now.toISOString()];
	const guilds = await scope.rows<{ id: string }>(guildsOf, about);
	return eachGuild(guilds, log, ({ id }) =>
		scope.transaction(async (db) => {
			await holdCases(db, [id]);
			return settle(db, botId, await db.rows<AuditEntry>(entriesOf, [...about, id]));
		}),
	);
}

async function settle(db: Db, botId: string, entries: readonly AuditEntry[]): Promise<number> {
	let made = 0;
	for (const entry of entries) {
		const told = toldBy(entry);
		if (!told) continue;
		const deed = { ...told, spec: await withEnd(db, entry, told.spec) };
		const known = await linkedCase(db, deed, botId);
		if (known === null && (await makeCase(db, deed))) made++;
	}
	return made;
}
