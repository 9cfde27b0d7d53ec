import type pg from "pg";
import type { Db, Scope } from "@/bot/scope";

/** Any constant of our own: the first half of the advisory locks' keys; the second is the shard. */
const LOCK_CLASS = 491_920_731;

/** Another process runs a shard that this one was asked to run. */
export class ShardTaken extends Error {
	constructor(shardId: number) {
		super(`Shard ${shardId} is run by another process. Stop that one, or choose others with --shard-ids.`);
		this.name = "ShardTaken";
	}
}

/**
 * Keeps every shard of this process to itself for as long as the process lives: the locks hang on one connection, so
 * they end with it, and are taken again when it was lost.
 */
export class ShardLocks {
	readonly #scope: Scope;
	readonly #shardIds: number[];
	#connection: pg.Client | undefined;

	constructor(scope: Scope, shardIds: number[]) {
		this.#scope = scope;
		this.#shardIds = shardIds;
	}

	/** Takes all locks; does nothing while they are held. @throws ShardTaken, or what the database answers */
	async hold(): Promise<void> {
		if (this.#connection) return;
		const connection = await this.#scope.session();
		connection.once("end", () => {
			if (this.#connection === connection) this.#connection = undefined;
		});
		for (const shardId of this.#shardIds) {
			const { rows } = await connection.query<{ free: boolean }>(
				"SELECT pg_try_advisory_lock($1, $2) AS free",
				[LOCK_CLASS, shardId],
			);
			if (rows[0]?.free) continue;
			await connection.end();
			throw new ShardTaken(shardId);
		}
		this.#connection = connection;
	}
}

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
