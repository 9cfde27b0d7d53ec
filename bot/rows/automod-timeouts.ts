import type { AuditEntry } from "@/bot/rows/audit-log";
import type { CaseSpec } from "@/bot/rows/case-specs";
import { momentText } from "@/bot/rows/moment-text";
import { snowflakeIso } from "@/bot/rows/moments";
import type { Db } from "@/bot/scope";

const until = `
SELECT ${momentText("communication_disabled_until")} AS until FROM discord_guild_members
WHERE guild_id = $1 AND user_id = $2 AND communication_disabled_until > $3::timestamptz`;

/** The spec with the end of the timeout, where the entry leaves it out and the member's row says it. */
export async function withEnd(db: Db, entry: AuditEntry, spec: CaseSpec): Promise<CaseSpec> {
	if (!spec.untold) return spec;
	const values = [entry.guildId, entry.targetId, snowflakeIso(entry.id)];
	const [found] = await db.rows<{ until: string }>(until, values);
	if (!found) return spec;
	const { untold: _, ...told } = spec;
	return { ...told, expiresAt: found.until };
}

/** Why something was done, as the entry says: the reason that was given, or the rule that did it. */
export function reasonIn({ reason, options }: AuditEntry): string {
	if (reason !== null) return reason;
	const rule =
		typeof options === "object" && options !== null && "auto_moderation_rule_name" in options
			? options.auto_moderation_rule_name
			: undefined;
	return typeof rule === "string" ? `AutoMod: ${rule}` : "";
}
