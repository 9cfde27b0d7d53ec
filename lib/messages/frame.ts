import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import type { MessageFilters } from "./schema";

type Named = { id: string; name: string };

export type MessageSearchFrame = {
	/** Channels to choose from, in the server's order; threads only when one is chosen. */
	channels: (Named & { type: string })[];
	/** The people that the search names, as they are called now. */
	people: Named[];
};

/** What surrounds the list: the channels to filter by, and the names of the people chosen. */
export async function messageSearchFrame(
	guild: GuildScope,
	{ author, mentions, channel }: MessageFilters,
): Promise<MessageSearchFrame> {
	const row = await guild.one<MessageSearchFrame>(sql`
		SELECT (
			SELECT coalesce(json_agg(json_build_object('id', c.id::text, 'name', c.name, 'type', c.channel_type)
				ORDER BY c.position NULLS LAST, c.id), '[]')
			FROM discord_channels c
			WHERE c.guild_id = ${guild.guildId}::bigint AND (c.id = ${channel ?? null}::bigint
				OR c.deleted_at IS NULL AND c.channel_type NOT IN ('guild_category', 'guild_forum', 'guild_media', 'guild_directory')
					AND c.channel_type NOT LIKE '%thread')
			) AS channels, (
			SELECT coalesce(json_agg(json_build_object('id', u.id::text, 'name', coalesce(m.nick, u.global_name, u.username))), '[]')
			FROM discord_guild_members m JOIN discord_users u ON u.id = m.user_id
			WHERE m.guild_id = ${guild.guildId}::bigint AND m.user_id = ANY(${[author, mentions].filter(Boolean)}::bigint[])
			) AS people`);
	return row ?? { channels: [], people: [] };
}
