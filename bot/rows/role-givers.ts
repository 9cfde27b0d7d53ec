import { bulk, recordset } from "@/bot/rows/bulk";
import type { Changes } from "@/bot/rows/tables";
import type { Db } from "@/bot/scope";

const member = { guild_id: "bigint", user_id: "bigint" } as const;

/**
 * MEMBER_ROLE_UPDATE (25) names who gave the role. It is heard just before or just after the member's change, so both
 * look for the other: an entry is believed of a role that was given within five minutes of it.
 */
const name = `
UPDATE discord_member_roles r SET assigned_by = found.user_id
FROM ${recordset(member)}
	JOIN discord_member_roles given ON given.guild_id = s.guild_id AND given.user_id = s.user_id
	CROSS JOIN LATERAL (
		SELECT a.user_id, a.id FROM discord_native_audit_log a
		WHERE a.guild_id = s.guild_id AND a.target_id = s.user_id AND a.action_type = 25
			AND a.id BETWEEN app.snowflake_at(given.assigned_at - interval '5 minutes')
				AND app.snowflake_at(given.assigned_at + interval '5 minutes')
			AND jsonb_path_exists(a.changes, '$[*] ? (@.key == "$add").new_value[*] ? (@.id == $role)',
				jsonb_build_object('role', given.role_id::text))
		ORDER BY a.id DESC LIMIT 1
	) AS found
WHERE r.guild_id = given.guild_id AND r.user_id = given.user_id AND r.role_id = given.role_id
	AND r.assigned_by IS DISTINCT FROM found.user_id`;

/** `discord_member_roles.assigned_by`. Written after both the members' roles and the audit log. */
export class RoleGivers implements Changes {
	readonly #members = new Map<string, { guild_id: string; user_id: string }>();

	/** The member's roles changed, or the log says who changed them. */
	note(guildId: string, userId: string): void {
		this.#members.set(`${guildId}:${userId}`, { guild_id: guildId, user_id: userId });
	}

	async write(db: Db): Promise<void> {
		await bulk(db, name, [...this.#members.values()]);
	}
}
