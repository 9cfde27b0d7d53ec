import "server-only";
import { type Sql, sql } from "@/lib/db/sql";

/**
 * A person of a guild as one JSON value (`id`, `name`, `avatar`, `isBot`), for a select list: what they are called
 * here, or their id where nothing else is known. One look-up by key each.
 * @param guildId SQL of the guild's id; as a value and not a column, so that members are found by their whole key
 * @param userId SQL of the person's id
 */
export function personOf(guildId: Sql, userId: Sql): Sql {
	return sql`(
		SELECT json_build_object('id', k.id::text, 'name', coalesce(m.nick, u.global_name, u.username, k.id::text),
			'avatar', u.avatar, 'isBot', coalesce(u.bot, false))
		FROM (SELECT ${userId} AS id) k
			LEFT JOIN discord_users u ON u.id = k.id
			LEFT JOIN discord_guild_members m ON m.guild_id = ${guildId} AND m.user_id = k.id
		WHERE k.id IS NOT NULL)`;
}
