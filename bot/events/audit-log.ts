import type { GatewayDispatchEvents } from "discord-api-types/v10";
import { z } from "zod";
import { text } from "@/bot/events/decode";
import { type EventHandler, handler } from "@/bot/events/handler";
import type { Tables } from "@/bot/rows/tables";
import { snowflake } from "@/lib/discord/snowflake-schema";

/** An entry of Discord's log, as the event and the REST route carry it; unknown actions are entries like others. */
export const auditEntry = z.object({
	id: snowflake,
	action_type: z.number().int(),
	user_id: snowflake.nullish().catch(null),
	target_id: snowflake.nullish().catch(null),
	changes: z
		.array(z.looseObject({ key: text, old_value: z.unknown().optional(), new_value: z.unknown().optional() }))
		.nullish(),
	options: z.unknown().optional(),
	reason: text.nullish(),
});
export type AuditEntryPayload = z.infer<typeof auditEntry>;

const MEMBER_BAN_ADD = 22;
const MEMBER_ROLE_UPDATE = 25;

/** Tells an entry, heard at `at` (ISO): it is stored, and becomes a case where it is one. */
export function tellAuditEntry(
	tables: Tables,
	guildId: string,
	{ id, action_type, user_id, target_id, changes, options, reason }: AuditEntryPayload,
	heard: { at: string; botId: string },
): void {
	tables.cases.ownedBy(heard.botId);
	tables.auditLog.put({
		...{ id, guildId, actionType: action_type, userId: user_id ?? null, targetId: target_id ?? null },
		...{ changes: changes ?? null, options: options ?? null, reason: reason ?? null, at: heard.at },
	});
	if (action_type === MEMBER_ROLE_UPDATE && target_id) tables.roleGivers.note(guildId, target_id);
}

const entryCreate = handler(auditEntry.extend({ guild_id: snowflake }), (d, tables, context) => {
	const at = context.frame.receivedAt;
	tellAuditEntry(tables, d.guild_id, d, { at, botId: context.botId });
	// The event of the ban itself says nothing of the reason.
	if (d.action_type === MEMBER_BAN_ADD && d.target_id && d.reason) {
		tables.bans.step(d.guild_id, d.target_id, { at, kind: "explained", reason: d.reason });
	}
});

/** Discord's own log, by the names of its events. */
export const auditLogEvents = {
	GUILD_AUDIT_LOG_ENTRY_CREATE: entryCreate,
} satisfies Partial<Record<GatewayDispatchEvents, EventHandler>>;
