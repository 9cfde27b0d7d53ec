import type { Db } from "@/bot/scope";

export type ShardStatus = "starting" | "online" | "offline" | "stopping";

const report = `
INSERT INTO shards AS t (id, status, server_count, last_heartbeat, latency_ms)
SELECT s.id, $2, (SELECT count(*) FROM discord_guilds g WHERE g.bot_active AND g.id <> 0 AND (g.id >> 22) % $3::bigint = s.id),
	now(), s.latency
FROM unnest($1::integer[], $4::integer[]) AS s (id, latency)
ON CONFLICT (id) DO UPDATE SET status = excluded.status, server_count = excluded.server_count,
	last_heartbeat = excluded.last_heartbeat, latency_ms = coalesce(excluded.latency_ms, t.latency_ms)`;

const assign = `
INSERT INTO server_shards AS t (server_id, shard_id)
SELECT g.id, (g.id >> 22) % $2::bigint FROM discord_guilds g
WHERE g.bot_active AND g.id <> 0 AND (g.id >> 22) % $2::bigint = ANY ($1::integer[])
ON CONFLICT (server_id) DO UPDATE SET shard_id = excluded.shard_id, assigned_at = now()
WHERE t.shard_id <> excluded.shard_id`;

/**
 * Writes how the shards are, and which guilds they have (`(guild_id >> 22) % shard_count`, Discord's rule).
 * @param latencies milliseconds per shard, as far as a heartbeat was answered
 */
export async function reportShards(
	db: Db,
	shards: { ids: number[]; count: number },
	status: ShardStatus,
	latencies: ReadonlyMap<number, number>,
): Promise<void> {
	const { ids, count } = shards;
	await db.rows(report, [ids, status, count, ids.map((id) => latencies.get(id) ?? null)]);
	if (status === "online") await db.rows(assign, [ids, count]);
}
