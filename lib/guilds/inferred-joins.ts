import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, sql } from "@/lib/db/sql";

/** Days of UTC, `YYYY-MM-DD`; `next` is not included. */
type Days = { first: string; next: string };

/**
 * How many joined in some days as far as is known only by when they were first seen in an import: exports do not say when
 * somebody joined.
 * @param bots bots alone, or people alone; everybody where it is undefined
 */
export async function inferredJoins(
	guild: GuildScope,
	{ first, next }: Days,
	bots?: boolean,
): Promise<number> {
	const row = await guild.one<{ count: number }>(sql`
		SELECT count(*)::int AS count FROM discord_guild_members m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.joined_inferred
			AND m.joined_at >= ${`${first}T00:00:00Z`}::timestamptz AND m.joined_at < ${`${next}T00:00:00Z`}::timestamptz
			${bots === undefined ? empty : sql`AND m.is_bot = ${bots}`}`);
	return row?.count ?? 0;
}
