import { pino } from "pino";
import { vi } from "vitest";
import { restClient } from "@/bot/gateway/connection";
import { Reconciler } from "@/bot/reconcile/reconciler";
import { openScope } from "@/bot/scope";
import { Worker } from "@/bot/worker";
import { type TestDatabase, testDatabase } from "@/prisma/tests/database";
import type { GatewaySettings } from "@/simulator/gateway/gateway";
import { SIMULATED_CLIENT, type Simulator, startSimulator } from "@/simulator/server";

export type FollowOptions = {
	backfillDays?: number;
	sealingKey?: string;
	letGoMs?: number;
	/** False: it only writes what it hears, as if it were killed before it read anything. */
	reconciles?: false;
};

/** A worker with its reconciliation, and what it logged (JSON lines). */
export type Following = {
	stop(): Promise<void>;
	said: string[];
	/** Settles when it ends by itself; rejected with what ended it. */
	ended: Promise<unknown>;
};

/** A simulated Discord, a database, and workers that follow the one into the other. */
export type Setting = {
	db: TestDatabase;
	discord: Simulator;
	follow(options?: FollowOptions): Promise<Following>;
	rows<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
	/** Ends the workers. */
	stopAll(): Promise<void>;
	close(): Promise<void>;
};

/** Opens it over real sockets. */
export async function openSetting(gateway: Partial<GatewaySettings> = {}): Promise<Setting> {
	const db = await testDatabase();
	const discord = await startSimulator({ port: 0, control: true, gateway });
	const running: Following[] = [];
	const stopAll = async () => {
		for (const { stop } of running.splice(0)) await stop();
	};
	return {
		db,
		discord,
		async follow(options = {}) {
			const following = await follow(db, discord, options);
			running.push(following);
			return following;
		},
		rows: async (text, values = []) => (await db.pool("guildhall_owner").query(text, values)).rows,
		stopAll,
		async close() {
			await stopAll();
			await discord.close();
			await db.drop();
		},
	};
}

async function follow(
	db: TestDatabase,
	discord: Simulator,
	{ backfillDays, sealingKey, letGoMs, reconciles }: FollowOptions,
): Promise<Following> {
	const scope = await openScope(db.urls.guildhall_bot);
	const apiUrl = `${discord.url}/api/v10`;
	const token = SIMULATED_CLIENT.botToken;
	const said: string[] = [];
	const log = pino({ level: "info" }, { write: (line) => void said.push(line) });
	const rest = restClient(apiUrl, token);
	const { clientId: applicationId, botId } = { ...SIMULATED_CLIENT, botId: discord.state.botId };
	const shared = { scope, rest, log, applicationId, botId, storeContent: true };
	const reconciler: Reconciler = new Reconciler({
		...{ ...shared, sealingKey: sealingKey ?? null, backfillDays: backfillDays ?? null },
		shards: () => worker.shards,
		send: (guildId, payload) => worker.gateway.send(worker.shardOf(guildId), payload),
	});
	const worker = new Worker({
		...{ ...shared, token, apiUrl, shardCount: 1, shardIds: [0] },
		...(letGoMs !== undefined && { letGoMs }),
		onFrame: (frame) => reconciler.received(frame),
		onCommit: (frames) => reconciler.committed(frames),
	});
	const end = new AbortController();
	const reconciling = reconciles === false ? undefined : reconciler.run(end.signal);
	const ended = Promise.all([worker.run(end.signal), reconciling]);
	ended.catch(() => undefined);
	let stopped: Promise<void> | undefined;
	const stop = async () => {
		end.abort();
		await ended.catch(() => undefined);
		await scope.close();
	};
	return {
		...{ said, ended },
		stop() {
			stopped ??= stop();
			return stopped;
		},
	};
}

/** Waits until `check` passes. */
export const eventually = (check: () => Promise<void>) =>
	vi.waitFor(check, { timeout: 50_000, interval: 50 });
