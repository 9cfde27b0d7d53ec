import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { memberCount } from "@/lib/guilds/member-count";
import type { RoleItem } from "./schema";

/** Every role of the server, highest first; Discord allows 250. */
export function listRoles(guild: GuildScope): Promise<RoleItem[]> {
	return guild.rows(sql`
		SELECT r.id, r.name, r.color AS colour, r.position,
			CASE WHEN r.id = r.guild_id THEN ${memberCount(guild)} ELSE coalesce(held.members, 0) END AS members,
			coalesce(r.hoist, false) AS "isHoisted", coalesce(r.managed, false) AS "isManaged",
			coalesce(r.mentionable, false) AS "isMentionable", r.permissions
		FROM discord_roles r
			LEFT JOIN (
				SELECT mr.role_id, count(*)::int AS members
				FROM discord_member_roles mr
					JOIN discord_guild_members m ON m.guild_id = mr.guild_id AND m.user_id = mr.user_id
				WHERE mr.guild_id = ${guild.guildId}::bigint AND m.left_at IS NULL
				GROUP BY mr.role_id
			) held ON held.role_id = r.id
		WHERE r.guild_id = ${guild.guildId}::bigint AND r.deleted_at IS NULL
		ORDER BY r.position DESC, r.id`);
}

/**
 * One role.
 * @throws AppError `not_found` when the server has no such role
 */
export async function readRole(guild: GuildScope, roleId: string): Promise<RoleItem> {
	const role = (await listRoles(guild)).find(({ id }) => id === roleId);
	if (role === undefined) throw new AppError("not_found");
	return role;
}
