import type { ShardHealth } from "@/bot/gateway/shard-health";
import type { Db } from "@/bot/scope";

const report = `
INSERT INTO shards AS t (id, status, server_count, last_heartbeat, latency_ms)
SELECT s.id, s.status, (SELECT count(*) FROM discord_guilds g WHERE g.bot_active AND g.id <> 0 AND (g.id >> 22) % $2::bigint = s.id),
	s.heartbeat_at, s.latency
FROM unnest($1::integer[], $3::text[], $4::timestamptz[], $5::integer[]) AS s (id, status, heartbeat_at, latency)
ORDER BY s.id
ON CONFLICT (id) DO UPDATE SET status = excluded.status, server_count = excluded.server_count,
	last_heartbeat = excluded.last_heartbeat, latency_ms = excluded.latency_ms`;

const assign = `
INSERT INTO server_shards AS t (server_id, shard_id)
SELECT g.id, (g.id >> 22) % $2::bigint FROM discord_guilds g
WHERE g.bot_active AND g.id <> 0 AND (g.id >> 22) % $2::bigint = ANY ($1::integer[])
ON CONFLICT (server_id) DO UPDATE SET shard_id = excluded.shard_id, assigned_at = excluded.assigned_at
WHERE t.shard_id <> excluded.shard_id`;

/** Writes how the shards are, and which guilds they have (`(guild_id >> 22) % shard_count`, Discord's rule). */
export async function reportShards(
	db: Db,
	{ ids, count }: { ids: number[]; count: number },
	health: Pick<ShardHealth, "of">,
): Promise<void> {
	const conditions = ids.map((id) => health.of(id));
	await db.rows(report, [
		ids,
		count,
		conditions.map(({ status }) => status),
		conditions.map(({ heartbeatAt }) => heartbeatAt),
		conditions.map(({ latency }) => latency),
	]);
	if (conditions.some(({ status }) => status === "online")) await db.rows(assign, [ids, count]);
}
