import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { auditEntry, tellAuditEntry } from "@/bot/events/audit-log";
import { tellUser, user } from "@/bot/events/decode-user";
import { receivedNow } from "@/bot/gateway/clock";
import { type Reach, read, wellFormed } from "@/bot/reconcile/reach";
import { tell } from "@/bot/reconcile/tell";
import { snowflakeFromTime } from "@/lib/discord/snowflake";

const PAGE = 100;
/** How long Discord keeps its log. */
const KEPT_MS = 45 * 86_400_000;

/** What was heard since may be ahead of what was missed. */
const newest = `
SELECT max(id)::text AS id FROM discord_native_audit_log
WHERE guild_id = $1 AND recorded_at < $2::timestamptz AND id > $3::bigint`;

const answer = z.object({ audit_log_entries: z.array(z.unknown()), users: z.array(z.unknown()).optional() });

/**
 * Reads Discord's log back to the newest entry that was stored before `completeUntil` (ISO), or as far as Discord keeps it.
 * Entries become cases as those of the gateway do.
 * @returns how many entries were read
 */
export async function readAuditLog(reach: Reach, guildId: string, completeUntil: string): Promise<number> {
	const oldest = snowflakeFromTime(new Date(Date.now() - KEPT_MS));
	const [stored] = await reach.scope.rows<{ id: string | null }>(newest, [guildId, completeUntil, oldest]);
	const known = BigInt(stored?.id ?? oldest);
	let before: string | undefined;
	for (let count = 0; ; ) {
		const at = receivedNow();
		const told = answer.parse(await read(reach, Routes.guildAuditLog(guildId), { limit: PAGE, before }));
		const page = wellFormed(auditEntry, told.audit_log_entries);
		const missed = page.filter(({ id }) => BigInt(id) > known);
		await tell(reach.scope, guildId, (tables) => {
			for (const person of wellFormed(user, told.users)) tellUser(tables, person, at);
			for (const entry of missed) {
				tellAuditEntry(tables, guildId, entry, { at, botId: reach.botId });
			}
		});
		count += missed.length;
		before = page.at(-1)?.id;
		if (told.audit_log_entries.length < PAGE || missed.length < page.length || !before) return count;
	}
}
