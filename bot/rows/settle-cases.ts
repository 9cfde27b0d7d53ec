import type { AuditEntry } from "@/bot/rows/audit-log";
import { withEnd } from "@/bot/rows/automod-timeouts";
import { AUTO_MODERATION_TIMEOUT, caseActions, caseSpecOf } from "@/bot/rows/case-specs";
import { linkedCase, makeCase } from "@/bot/rows/cases";
import type { Db } from "@/bot/scope";

/** Own deeds of the last day, and timeouts by rules, at least a minute old, that no case is linked to. */
const unsettled = `
SELECT a.*
FROM discord_guilds g
	CROSS JOIN LATERAL (
		SELECT a.id, a.guild_id AS "guildId", a.action_type AS "actionType", a.user_id AS "userId",
			a.target_id AS "targetId", a.changes, a.options, a.reason, a.recorded_at AS at
		FROM discord_native_audit_log a
		WHERE a.guild_id = g.id AND (a.user_id = $1 AND a.action_type = ANY ($2) OR a.action_type = ${AUTO_MODERATION_TIMEOUT})
			AND a.id BETWEEN app.snowflake_at($3::timestamptz - interval '1 day')
				AND app.snowflake_at($3::timestamptz - interval '1 minute')
	) AS a
WHERE NOT EXISTS (SELECT FROM cases c WHERE c.guild_id = a."guildId" AND c.audit_log_entry_id = a.id)
ORDER BY a.id LIMIT 500`;

/**
 * Makes cases of what this application and rules did and, after a minute, nobody has written down. To be run every minute.
 * @returns how many were made
 */
export async function settleCases(db: Db, botId: string, now = new Date()): Promise<number> {
	let made = 0;
	const entries = await db.rows<AuditEntry>(unsettled, [botId, caseActions, now.toISOString()]);
	for (const entry of entries) {
		const told = caseSpecOf(entry);
		if (!told || entry.targetId === null) continue;
		const deed = { entry, spec: await withEnd(db, entry, told), targetId: entry.targetId };
		const known = await linkedCase(db, deed, botId);
		if (known === null && (await makeCase(db, deed))) made++;
	}
	return made;
}
