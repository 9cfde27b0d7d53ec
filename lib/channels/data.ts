import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";

/** The channels one can choose, categories and threads aside, in the order of the server. */
export function choosableChannels(guild: GuildScope): Promise<{ id: string; name: string; type: string }[]> {
	return guild.rows(sql`
		SELECT c.id, coalesce(c.name, c.id::text) AS name, c.channel_type AS type
		FROM discord_channels c
			LEFT JOIN discord_channels p ON p.guild_id = c.guild_id AND p.id = c.parent_id
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.deleted_at IS NULL
			AND c.channel_type NOT LIKE '%thread' AND c.channel_type <> 'guild_category'
		ORDER BY p.position NULLS FIRST, p.id, c.position, c.id`);
}
