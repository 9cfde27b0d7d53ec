import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";

/** The bots among a guild's members, those who left included: a sub-select of `user_id`, by an index of their own. */
export function botsOf(guild: GuildScope): Sql {
	return sql`SELECT m.user_id FROM discord_guild_members m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.is_bot`;
}

/** Whether a member of the guild is a bot: an expression of true or false, also for those who never were members. */
export function isBot(guild: GuildScope, member: Sql): Sql {
	return sql`(${member} IN (${botsOf(guild)}))`;
}
