import type { REST } from "@discordjs/rest";
import { type RESTGetAPIUserResult, Routes } from "discord-api-types/v10";
import type { Logger } from "pino";
import { ConfigListener } from "@/bot/config/listener";
import type { BotEnv } from "@/bot/env";
import { forgetOld, recordStatistics } from "@/bot/fleet/statistics";
import { restClient } from "@/bot/gateway/connection";
import { asRefused, RefusedByDiscord } from "@/bot/gateway/refusal";
import { reportRefused } from "@/bot/gateway/shard-report";
import { Desk } from "@/bot/orders/desk";
import { endExpired } from "@/bot/orders/expiry";
import { orderPosts } from "@/bot/orders/posts";
import { Reconciler } from "@/bot/reconcile/reconciler";
import { orderReports } from "@/bot/reports/due";
import { makeRounds, type Round } from "@/bot/rounds";
import { ensurePartitions } from "@/bot/rows/partitions";
import { settleCases } from "@/bot/rows/settle-cases";
import { openScope, type Scope } from "@/bot/scope";
import { Worker } from "@/bot/worker";

export type BotFlags = {
	/** null: as Discord recommends */
	shardCount: number | null;
	/** null: all */
	shardIds: number[] | null;
	/** Days of message history to read where the bot is new; null for none. */
	backfillDays: number | null;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Runs the worker with everything that belongs to it until `signal` ends it.
 * @throws what keeps it from running: an unusable database role, a shard that is taken (ShardTaken), what Discord
 * refuses (RefusedByDiscord)
 */
export async function runBot(env: BotEnv, flags: BotFlags, log: Logger, signal: AbortSignal): Promise<void> {
	const scope = await openScope(env.DATABASE_BOT_URL);
	// Whatever is read beside the stream must not keep the stream waiting for a connection.
	const besides = await openScope(env.DATABASE_BOT_URL, 3);
	try {
		await ensurePartitions(scope);
		const rest = restClient(env.DISCORD_API_URL, env.DISCORD_BOT_TOKEN);
		const botId = await ownId(rest, scope, flags.shardIds ?? [0]);
		const desk = new Desk({ scope, url: env.DATABASE_BOT_URL, rest, log, botId });
		const reconciler: Reconciler = new Reconciler({
			scope: besides,
			rest,
			log,
			applicationId: env.DISCORD_CLIENT_ID,
			botId,
			storeContent: env.STORE_MESSAGE_CONTENT,
			sealingKey: env.GUILDHALL_ENCRYPTION_KEYS[0] ?? null,
			backfillDays: flags.backfillDays,
			shards: () => worker.shards,
			send: (guildId, payload) => worker.gateway.send(worker.shardOf(guildId), payload),
		});
		const worker = new Worker({
			scope,
			rest,
			log,
			token: env.DISCORD_BOT_TOKEN,
			apiUrl: env.DISCORD_API_URL,
			applicationId: env.DISCORD_CLIENT_ID,
			botId,
			storeContent: env.STORE_MESSAGE_CONTENT,
			shardCount: flags.shardCount,
			shardIds: flags.shardIds,
			onFrame: (frame) => reconciler.received(frame),
			onCommit: (frames) => reconciler.committed(frames),
		});
		const config = new ConfigListener({
			...{ scope: besides, log, botId },
			shards: () => worker.shards,
			shardOf: (guildId) => worker.shardOf(guildId),
		});
		await desk.open();
		const end = new AbortController();
		const all = AbortSignal.any([signal, end.signal]);
		const rounds = makeRounds(roundsOf({ scope, log, worker, config, env, botId }), log, all);
		const beside = [reconciler.run(all), config.run(all), rounds];
		try {
			await worker.run(all);
		} finally {
			end.abort();
			for (const ended of await Promise.allSettled([desk.close(), ...beside]))
				if (ended.status === "rejected")
					log.error({ err: ended.reason }, "what runs beside the worker did not end well");
		}
	} finally {
		await besides.close();
		await scope.close();
	}
}

/**
 * The bot's user id.
 * @throws RefusedByDiscord where Discord refuses the token, which these shards then tell
 */
async function ownId(rest: REST, scope: Scope, shardIds: number[]): Promise<string> {
	try {
		const me = (await rest.get(Routes.user())) as RESTGetAPIUserResult;
		return me.id;
	} catch (error) {
		const reason = asRefused(error);
		if (reason instanceof RefusedByDiscord) await reportRefused(scope, shardIds, reason.refusal);
		throw reason;
	}
}

type Working = {
	scope: Scope;
	log: Logger;
	worker: Worker;
	config: ConfigListener;
	env: BotEnv;
	botId: string;
};

/** What is for the whole bot is done by the process that runs the first shard, the rest by each for its own. */
function roundsOf({ scope, log, worker, config, env, botId }: Working): Round[] {
	const first = (work: () => Promise<unknown>) => async () => {
		if (worker.shards.ids.includes(0)) await work();
	};
	return [
		{ name: "expired cases", everyMs: 15 * SECOND, work: first(() => endExpired(scope, log)) },
		{ name: "scheduled posts", everyMs: 15 * SECOND, work: first(() => orderPosts(scope)) },
		{ name: "unwritten cases", everyMs: MINUTE, work: first(() => settleCases(scope, botId, log)) },
		{ name: "configuration", everyMs: MINUTE, work: () => config.check() },
		{
			name: "weekly reports",
			everyMs: MINUTE,
			work: first(() => orderReports(scope, env.NEXTAUTH_URL, log)),
		},
		{ name: "statistics", everyMs: MINUTE, work: first(() => recordStatistics(scope)) },
		{ name: "partitions", everyMs: HOUR, work: first(() => ensurePartitions(scope)) },
		{ name: "forgetting", everyMs: 24 * HOUR, work: first(() => forgetOld(scope)) },
	];
}
