import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";

/** A role that more members have is met soon enough by walking the list; of any other each holder is looked up. */
const FEW_HOLDERS = 3000;

/** How many members such a walk passes before it gives up: a role may be theirs who stand at the other end. */
export const WALK = 8000;

/** Whether more than a few have the role. */
export async function isCommonRole(guild: GuildScope, role: string): Promise<boolean> {
	const row = await guild.one<{ common: boolean }>(sql`
		SELECT count(*) > ${FEW_HOLDERS}::int AS common FROM (
			SELECT FROM discord_member_roles mr
			WHERE mr.guild_id = ${guild.guildId}::bigint AND mr.role_id = ${role}::bigint
			LIMIT ${FEW_HOLDERS + 1}) holders`);
	return row?.common ?? false;
}

/** Member `m` is among the holders of the role, who are read first. */
export function amongHolders(guild: GuildScope, role: string): Sql {
	return sql`AND m.user_id = ANY (ARRAY(SELECT mr.user_id FROM discord_member_roles mr
		WHERE mr.guild_id = ${guild.guildId}::bigint AND mr.role_id = ${role}::bigint))`;
}

/** Member `m` has the role, looked up for each member; OFFSET keeps it from becoming a join with all holders. */
export function hasRole(role: string): Sql {
	return sql`EXISTS (SELECT FROM discord_member_roles mr
		WHERE mr.guild_id = m.guild_id AND mr.role_id = ${role}::bigint AND mr.user_id = m.user_id OFFSET 0)`;
}
