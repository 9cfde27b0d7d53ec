import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { snowflakeTime } from "@/lib/discord/snowflake";
import { AppError } from "@/lib/errors";
import { rolesOfMember } from "./data";
import { lastActive } from "./last-active";
import type { MemberProfile } from "./profile-schema";

/**
 * Who a member is here: names, roles, dates, level.
 * @throws AppError `not_found` for someone who never was a member of this server
 */
export async function memberProfile(guild: GuildScope, userId: string): Promise<MemberProfile> {
	const row = await guild.one<Omit<MemberProfile, "createdAt">>(sql`
		SELECT m.user_id AS id, coalesce(m.nick, u.global_name, u.username) AS name, m.nick,
			u.global_name AS "displayName", u.username, u.avatar, coalesce(u.bot, false) AS "isBot",
			m.user_id = g.owner_id AS "isOwner", roles.list AS roles, m.joined_at AS "joinedAt",
			m.joined_inferred AS "joinedInferred", m.premium_since AS "boostingSince",
			CASE WHEN m.communication_disabled_until > now() THEN m.communication_disabled_until END AS "timedOutUntil",
			m.left_at AS "leftAt", coalesce(m.pending, false) AS "isPending",
			l.level, l.xp, ${lastActive(guild)} AS "lastActiveAt"
		FROM discord_guild_members m
			JOIN discord_users u ON u.id = m.user_id
			JOIN discord_guilds g ON g.id = m.guild_id
			LEFT JOIN levels l ON l.guild_id = m.guild_id AND l.member_id = m.user_id AND NOT l.is_deleted
			CROSS JOIN LATERAL ${rolesOfMember} roles
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.user_id = ${userId}::bigint`);
	if (row === undefined) throw new AppError("not_found");
	return { ...row, createdAt: snowflakeTime(row.id).toISOString() };
}
