import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";

/**
 * The bots among a guild's members, those who left included, and among who else wrote there, as webhooks do: a sub-select
 * of `user_id`, by indexes of their own.
 */
export function botsOf(guild: GuildScope): Sql {
	return sql`SELECT m.user_id FROM discord_guild_members m WHERE m.guild_id = ${guild.guildId}::bigint AND m.is_bot
		UNION SELECT a.user_id FROM discord_guild_authors a WHERE a.guild_id = ${guild.guildId}::bigint AND a.is_bot`;
}

/** Whether somebody in the guild is a bot: an expression of true or false, also for those who never were members. */
export function isBot(guild: GuildScope, member: Sql): Sql {
	return sql`(${member} IN (${botsOf(guild)}))`;
}
