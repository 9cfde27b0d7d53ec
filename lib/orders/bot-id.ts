import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import { env } from "@/lib/env";

/**
 * SQL of the bot's user id, a bigint: as its worker told it, and before one has run its application's, which is the same
 * for applications made since 2016.
 */
export function botId(): Sql {
	return sql`coalesce(app.bot_id(), ${env().DISCORD_CLIENT_ID}::bigint)`;
}

/** The bot's user id. */
export async function readBotId(guild: GuildScope): Promise<string | undefined> {
	const row = await guild.one<{ id: string }>(sql`SELECT ${botId()} AS id`);
	return row?.id;
}
