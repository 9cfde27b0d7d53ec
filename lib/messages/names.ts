import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { isSnowflake } from "@/lib/discord/snowflake";
import type { Mentioned } from "./mentioned";
import type { MessageNames } from "./view-schema";

/**
 * What the ids that messages mention stand for in this guild now, in one round trip; ids that it does not know are missing.
 * Unlike for a bare id, the text has said of each whether it is a person, a role, a channel or an emoji.
 */
export async function mentionedNames(guild: GuildScope, ids: Mentioned): Promise<MessageNames> {
	const guildId = sql`${guild.guildId}::bigint`;
	const list = (some: readonly string[]) => sql`ANY(${some.filter(isSnowflake)}::bigint[])`;
	const row = await guild.one<MessageNames>(sql`
		SELECT
			(SELECT coalesce(json_object_agg(u.id, json_build_object('id', u.id::text,
				'name', coalesce(m.nick, u.global_name, u.username), 'avatar', u.avatar, 'isBot', coalesce(u.bot, false))), '{}')
			FROM discord_users u
				LEFT JOIN discord_guild_members m ON m.guild_id = ${guildId} AND m.user_id = u.id
			WHERE u.id = ${list(ids.users)}) AS users,
			(SELECT coalesce(json_object_agg(r.id, json_build_object('id', r.id::text, 'name', r.name,
				'colour', coalesce(r.color, 0))), '{}')
			FROM discord_roles r WHERE r.guild_id = ${guildId} AND r.id = ${list(ids.roles)}) AS roles,
			(SELECT coalesce(json_object_agg(c.id, json_build_object('id', c.id::text, 'name', c.name,
				'type', c.channel_type)), '{}')
			FROM discord_channels c WHERE c.guild_id = ${guildId} AND c.id = ${list(ids.channels)}) AS channels,
			(SELECT coalesce(json_object_agg(e.id, json_build_object('id', e.id::text, 'name', e.name,
				'animated', coalesce(e.animated, false))), '{}')
			FROM discord_emojis e WHERE e.guild_id = ${guildId} AND e.id = ${list(ids.emojis)}) AS emojis`);
	return row ?? { users: {}, roles: {}, channels: {}, emojis: {} };
}
