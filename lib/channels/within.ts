import "server-only";
import { type Sql, sql } from "@/lib/db/sql";

/**
 * That something happened in a channel: a condition on the column of its id. A forum holds no messages itself, so what
 * happened in its posts happened in it; threads of other channels are places of their own.
 */
export function withinChannel(column: Sql, channelId: string): Sql {
	return sql`${column} = ANY (ARRAY(
		SELECT ${channelId}::bigint
		UNION ALL
		SELECT t.id FROM discord_channels f JOIN discord_channels t ON t.guild_id = f.guild_id AND t.parent_id = f.id
		WHERE f.id = ${channelId}::bigint AND f.channel_type IN ('guild_forum', 'guild_media')))`;
}
