import type {
	APIAuditLogChange,
	APIAuditLogEntry,
	APIAuditLogOptions,
	AuditLogEvent,
} from "discord-api-types/v10";
import type { Core } from "./core";
import type { Actor, LivingGuild } from "./types";

export type AuditNote = {
	action: AuditLogEvent;
	targetId: string | null;
	changes?: { key: string; old_value?: unknown; new_value?: unknown }[];
	options?: APIAuditLogOptions;
};

/** Discord keeps the audit log for 45 days; the simulator keeps this many entries of a guild. */
const kept = 50_000;

/** Writes what a moderator did into the guild's audit log and notifies the sessions. */
export function writeAudit(core: Core, guild: LivingGuild, by: Actor, note: AuditNote): APIAuditLogEntry {
	const entry: APIAuditLogEntry = {
		id: core.ids.next(),
		user_id: by.userId,
		target_id: note.targetId,
		action_type: note.action,
		...(note.changes && { changes: note.changes as APIAuditLogChange[] }),
		...(note.options && { options: note.options }),
		...(by.reason && { reason: by.reason }),
	};
	guild.audit.push(entry);
	if (guild.audit.length > kept) guild.audit.splice(0, kept / 10);
	core.stream.emit("GUILD_AUDIT_LOG_ENTRY_CREATE", guild.id, { ...entry, guild_id: guild.id });
	return entry;
}

/** The fields that differ, as the audit log lists them; `undefined` when none does. */
export function changesBetween(before: object, after: object, keys: readonly string[]) {
	const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
	const changes = keys.flatMap((key) => {
		if (JSON.stringify(old[key]) === JSON.stringify(now[key])) return [];
		return [
			{
				key,
				...(old[key] !== null && old[key] !== undefined && { old_value: old[key] }),
				...(now[key] !== null && now[key] !== undefined && { new_value: now[key] }),
			},
		];
	});
	return changes.length > 0 ? changes : undefined;
}
