import type { Refusal } from "@/bot/gateway/refusal";
import type { ShardHealth } from "@/bot/gateway/shard-health";
import { ShardLocks, ShardTaken } from "@/bot/gateway/shards";
import type { Db, Scope } from "@/bot/scope";

const report = `
INSERT INTO shards AS t (id, status, server_count, last_heartbeat, latency_ms, refusal, bot_user_id)
SELECT s.id, s.status, (SELECT count(*) FROM discord_guilds g WHERE g.bot_active AND g.id <> 0 AND (g.id >> 22) % $2::bigint = s.id),
	s.heartbeat_at, s.latency, s.refusal, $7::bigint
FROM unnest($1::integer[], $3::text[], $4::timestamptz[], $5::integer[], $6::text[])
	AS s (id, status, heartbeat_at, latency, refusal)
ORDER BY s.id
ON CONFLICT (id) DO UPDATE SET status = excluded.status, server_count = excluded.server_count,
	last_heartbeat = excluded.last_heartbeat, latency_ms = excluded.latency_ms, refusal = excluded.refusal,
	bot_user_id = coalesce(excluded.bot_user_id, t.bot_user_id)`;

const assign = `
INSERT INTO server_shards AS t (server_id, shard_id)
SELECT g.id, (g.id >> 22) % $2::bigint FROM discord_guilds g
WHERE g.bot_active AND g.id <> 0 AND (g.id >> 22) % $2::bigint = ANY ($1::integer[])
ON CONFLICT (server_id) DO UPDATE SET shard_id = excluded.shard_id, assigned_at = excluded.assigned_at
WHERE t.shard_id <> excluded.shard_id`;

/**
 * Writes how the shards are, and which guilds they have (`(guild_id >> 22) % shard_count`, Discord's rule).
 * @param botId the bot's user; null where Discord has not told it
 */
export async function reportShards(
	db: Db,
	{ ids, count, botId }: { ids: number[]; count: number; botId: string | null },
	health: Pick<ShardHealth, "of">,
): Promise<void> {
	const conditions = ids.map((id) => health.of(id));
	await db.rows(report, [
		ids,
		count,
		conditions.map(({ status }) => status),
		conditions.map(({ heartbeatAt }) => heartbeatAt),
		conditions.map(({ latency }) => latency),
		conditions.map(({ refusal }) => refusal),
		botId,
	]);
	if (conditions.some(({ status }) => status === "online")) await db.rows(assign, [ids, count]);
}

/** Writes why shards are not run that this process was asked to run; not those that another process runs. */
export async function reportRefused(scope: Scope, shardIds: number[], refusal: Refusal): Promise<void> {
	try {
		await new ShardLocks(scope, shardIds).hold();
	} catch (error) {
		if (error instanceof ShardTaken) return;
		throw error;
	}
	await scope.rows("UPDATE shards SET status = 'offline', refusal = $2 WHERE id = ANY ($1::integer[])", [
		shardIds,
		refusal,
	]);
}
