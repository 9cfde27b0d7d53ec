import "server-only";
import type { UserScope } from "@/lib/auth/scope";
import { sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import type { DeadLetter, Fleet } from "./schema";

type Health = {
	pending: number;
	oldestAt: string | null;
	failed: number;
	waitingGuilds: number;
	deadLetters: DeadLetter[];
	partitions: Fleet["partitions"];
};

/**
 * How the bot and its process are.
 * @throws AppError `not_found` for everybody who is no operator: the database answers nobody else
 */
export async function readFleet(user: Pick<UserScope, "rows" | "one">): Promise<Fleet> {
	const { pending, oldestAt, failed, ...rest } = await readHealth(user);
	return {
		shards: await readShards(user),
		days: await readDays(user),
		orders: { pending, oldestAt, failed },
		...rest,
	};
}

/**
 * The kinds of frames that could not be stored, the most frequent first.
 * @throws AppError `not_found` for everybody who is no operator
 */
export async function readDeadLetters(user: Pick<UserScope, "one">): Promise<DeadLetter[]> {
	return (await readHealth(user)).deadLetters;
}

async function readHealth(user: Pick<UserScope, "one">): Promise<Health> {
	const health = await user.one<Health>(sql`
		SELECT pending_orders AS pending, oldest_order_at AS "oldestAt", failed_orders AS failed,
			waiting_guilds AS "waitingGuilds", dead_letters AS "deadLetters", partitions
		FROM app.fleet_health()`);
	if (!health) throw new AppError("not_found");
	return health;
}

function readShards(user: Pick<UserScope, "rows">): Promise<Fleet["shards"]> {
	return user.rows(sql`
		SELECT id, refusal, server_count AS guilds, last_heartbeat AS "lastHeartbeat", latency_ms AS "latencyMs",
			CASE WHEN status = 'online' AND coalesce(last_heartbeat, updated_at) < now() - interval '2 minutes' THEN 'silent'
				ELSE status END AS status
		FROM shards ORDER BY shards.id`);
}

/** Thirty days, today among them. */
function readDays(user: Pick<UserScope, "rows">): Promise<Fleet["days"]> {
	return user.rows(sql`
		SELECT DISTINCT ON (s.day) s.day::text AS day, s.total_guilds AS guilds, s.total_messages_today AS messages,
			s.total_commands_today AS commands, (s.error_rate / 100)::float8 AS "errorRate",
			s.average_response_time_ms AS "responseMs", s.memory_usage_mb AS "memoryMb"
		FROM (
			SELECT b.*, (b.recorded_at AT TIME ZONE 'UTC')::date AS day FROM discord_bot_statistics b
			WHERE b.recorded_at >= date_trunc('day', now(), 'UTC') - interval '29 days'
		) AS s
		ORDER BY s.day, s.recorded_at DESC`);
}
