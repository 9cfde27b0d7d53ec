import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { isSnowflake } from "@/lib/discord/snowflake";
import type { Named, Names } from "./schema";

/** As many ids as one look-up takes; more than any page shows. */
const MAX_IDS = 2000;

/**
 * What these ids refer to: members and other known users, channels and roles of the guild, deleted ones included.
 * One statement, a look-up by key each. Texts that are no snowflakes are passed over.
 */
export async function namesOf(guild: GuildScope, ids: Iterable<string>): Promise<Names> {
	const asked = [...new Set(ids)].filter(isSnowflake).slice(0, MAX_IDS);
	if (asked.length === 0) return {};
	const rows = await guild.rows<{ named: Named }>(sql`
		SELECT coalesce(
			(SELECT json_build_object('kind', 'channel', 'id', c.id::text, 'name', coalesce(c.name, c.id::text),
					'type', c.channel_type)
				FROM discord_channels c WHERE c.guild_id = ${guild.guildId}::bigint AND c.id = k.id),
			(SELECT json_build_object('kind', 'role', 'id', r.id::text, 'name', r.name, 'colour', r.color)
				FROM discord_roles r WHERE r.guild_id = ${guild.guildId}::bigint AND r.id = k.id),
			(SELECT json_build_object('kind', 'user', 'id', u.id::text,
					'name', coalesce(m.nick, u.global_name, u.username), 'avatar', u.avatar, 'isBot', coalesce(u.bot, false))
				FROM discord_users u
					LEFT JOIN discord_guild_members m ON m.guild_id = ${guild.guildId}::bigint AND m.user_id = u.id
				WHERE u.id = k.id)) AS named
		FROM unnest(${asked}::bigint[]) AS k (id)`);
	return Object.fromEntries(rows.flatMap(({ named }) => (named === null ? [] : [[named.id, named]])));
}
