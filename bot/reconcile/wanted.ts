import { momentText } from "@/bot/rows/moment-text";
import type { Db } from "@/bot/scope";

export type Shards = { ids: number[]; count: number };

/** A guild that waits for being compared with Discord's state. */
export type WantedGuild = {
	guildId: string;
	/** ISO with microseconds: when the session told of it. */
	since: string;
	/** ISO with microseconds: what was stored before has no gaps, also where earlier comparisons were not finished. */
	completeUntil: string;
	membersListed: boolean;
};

/** Discord's rule for which shard a guild is on. */
export const onShards = "(c.guild_id >> 22) % $1::bigint = ANY ($2::integer[])";

const waiting = `
SELECT c.guild_id::text AS "guildId", ${momentText("c.wanted_at")} AS since, ${momentText("c.complete_until")} AS "completeUntil",
	c.members_listed AS "membersListed"
FROM gateway_catch_ups c JOIN discord_guilds g ON g.id = c.guild_id
WHERE c.finished_at IS NULL AND g.bot_active AND ${onShards}
ORDER BY c.wanted_at, c.guild_id`;

/** The guilds of these shards that wait, the longest waiting first. */
export function wantedGuilds(db: Db, { ids, count }: Shards): Promise<WantedGuild[]> {
	return db.rows<WantedGuild>(waiting, [count, ids]);
}

/** Where another session told of the guild meanwhile, it goes on waiting. */
const finish = `
UPDATE gateway_catch_ups SET finished_at = now() WHERE guild_id = $1 AND wanted_at = $2::timestamptz`;

export async function finishGuild(db: Db, { guildId, since }: WantedGuild): Promise<void> {
	await db.rows(finish, [guildId, since]);
}
