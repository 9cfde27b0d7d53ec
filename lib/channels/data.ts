import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { isThread } from "@/lib/discord/channels";
import { AppError } from "@/lib/errors";
import type { ChannelDetail, ChannelItem, ChannelOverwrite } from "./schema";

/** Discord allows 500 channels and 1,000 active threads. */
const MAX_CHANNELS = 1500;

/** Whether a row of channels is a thread or a post. */
export const thread = (table: Sql) => sql`${table}.channel_type LIKE '%thread'`;

/** View Channel without an overwrite's denial, or Administrator, for @everyone. */
const isPrivate = sql`NOT coalesce((
	SELECT r.permissions & 8 <> 0
		OR (r.permissions & ~coalesce(p.deny, 0) | coalesce(p.allow, 0)) & 1024 <> 0
	FROM discord_roles r
		LEFT JOIN discord_channel_permissions p ON p.guild_id = c.guild_id AND p.permission_type = 'role'
			AND p.target_id = c.guild_id
			AND p.channel_id = CASE WHEN ${thread(sql`c`)} THEN c.parent_id ELSE c.id END
	WHERE r.guild_id = c.guild_id AND r.id = c.guild_id), true)`;

/** The columns of `channelItem`, of a channel (`c`) with `counts`. */
export const columns = sql`
	c.id, coalesce(c.name, c.id::text) AS name, c.channel_type AS type, c.topic, c.parent_id AS "parentId",
	coalesce(c.position, 0) AS position, coalesce(c.nsfw, false) AS "isNsfw", ${isPrivate} AS "isPrivate",
	coalesce(c.archived, false) AS "isArchived", coalesce(c.locked, false) AS "isLocked",
	coalesce(c.rate_limit_per_user, 0) AS slowmode, coalesce(t.threads, 0) AS threads,
	coalesce(t.active, 0) AS "activeThreads",
	coalesce(d.messages, 0) AS messages,
	greatest(d.total, CASE WHEN ${thread(sql`c`)} THEN c.message_count END, 0) AS "totalMessages",
	c.last_message_at AS "lastMessageAt"`;

/**
 * A channel's threads (`t`), and its messages of 30 days (`d`).
 * @param only the ids of the channels, if not all of the guild's: the others are not added up
 */
export const counts = (guild: GuildScope, only?: Sql) => sql`
	LEFT JOIN (
		SELECT t.parent_id, count(*)::int AS threads, (count(*) FILTER (WHERE NOT t.archived))::int AS active
		FROM discord_channels t
		WHERE t.guild_id = ${guild.guildId}::bigint AND t.deleted_at IS NULL AND ${thread(sql`t`)}
			${only ? sql`AND t.parent_id IN (${only})` : empty}
		GROUP BY t.parent_id
	) t ON t.parent_id = c.id
	LEFT JOIN (
		SELECT d.channel_id, sum(d.messages)::int AS total,
			(sum(d.messages) FILTER (WHERE d.day > (now() AT TIME ZONE 'UTC')::date - 30))::int AS messages
		FROM rollup_channel_daily d
		WHERE d.guild_id = ${guild.guildId}::bigint ${only ? sql`AND d.channel_id IN (${only})` : empty}
		GROUP BY d.channel_id
	) d ON d.channel_id = c.id`;

/** Every channel of the server and the threads that are active; archived threads are only counted. */
export function listChannels(guild: GuildScope): Promise<ChannelItem[]> {
	return guild.rows(sql`
		SELECT ${columns}
		FROM discord_channels c ${counts(guild)}
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.deleted_at IS NULL
			AND NOT (${thread(sql`c`)} AND coalesce(c.archived, false))
		ORDER BY c.position NULLS LAST, c.id LIMIT ${MAX_CHANNELS}`);
}

/**
 * One channel with its overwrites.
 * @throws AppError `not_found` when the server has no such channel
 */
export async function readChannel(guild: GuildScope, channelId: string): Promise<ChannelDetail> {
	const row = await guild.one<Omit<ChannelDetail, "overwrites">>(sql`
		SELECT ${columns}, c.bitrate, c.user_limit AS "userLimit", CASE WHEN p.id IS NOT NULL
			THEN json_build_object('id', p.id::text, 'name', p.name, 'type', p.channel_type) END AS parent
		FROM discord_channels c ${counts(guild, sql`SELECT ${channelId}::bigint`)}
			LEFT JOIN discord_channels p ON p.guild_id = c.guild_id AND p.id = c.parent_id
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.id = ${channelId}::bigint AND c.deleted_at IS NULL`);
	if (row === undefined) throw new AppError("not_found");
	const holder = isThread(row.type) && row.parentId ? row.parentId : row.id;
	return { ...row, overwrites: await listOverwrites(guild, holder) };
}

/** Roles from the lowest, as Discord applies them, then members. */
function listOverwrites(guild: GuildScope, channelId: string): Promise<ChannelOverwrite[]> {
	return guild.rows(sql`
		SELECT p.target_id AS id, p.permission_type AS kind, p.allow, p.deny, coalesce(r.color, 0) AS colour,
			CASE p.permission_type WHEN 'role' THEN r.name
				ELSE coalesce(m.nick, u.global_name, u.username) END AS name, u.avatar
		FROM discord_channel_permissions p
			LEFT JOIN discord_roles r ON p.permission_type = 'role' AND r.guild_id = p.guild_id AND r.id = p.target_id
			LEFT JOIN discord_guild_members m ON p.permission_type = 'member' AND m.guild_id = p.guild_id
				AND m.user_id = p.target_id
			LEFT JOIN discord_users u ON u.id = m.user_id
		WHERE p.guild_id = ${guild.guildId}::bigint AND p.channel_id = ${channelId}::bigint
		ORDER BY p.permission_type DESC, r.position, p.target_id`);
}

/** The channels one can choose, categories and threads aside, in the order of the server. */
export function choosableChannels(guild: GuildScope): Promise<{ id: string; name: string; type: string }[]> {
	return guild.rows(sql`
		SELECT c.id, coalesce(c.name, c.id::text) AS name, c.channel_type AS type
		FROM discord_channels c
			LEFT JOIN discord_channels p ON p.guild_id = c.guild_id AND p.id = c.parent_id
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.deleted_at IS NULL
			AND NOT ${thread(sql`c`)} AND c.channel_type <> 'guild_category'
		ORDER BY p.position NULLS FIRST, p.id, c.position, c.id`);
}
