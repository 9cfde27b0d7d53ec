import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";

/**
 * How many members the guild has, as one SQL value: Discord's count, or of a guild that was imported and never had the
 * bot, how many its exports show.
 */
export function memberCount(guild: GuildScope): Sql {
	const id = sql`${guild.guildId}::bigint`;
	return sql`coalesce(
		(SELECT g.member_count FROM discord_guilds g WHERE g.id = ${id}),
		(SELECT count(*)::int FROM discord_guild_members m WHERE m.guild_id = ${id} AND m.left_at IS NULL))`;
}
