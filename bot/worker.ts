import { setTimeout as wait } from "node:timers/promises";
import type { REST } from "@discordjs/rest";
import type { Logger } from "pino";
import { Gateway } from "@/bot/gateway/connection";
import { Sessions } from "@/bot/gateway/sessions";
import { ShardHealth } from "@/bot/gateway/shard-health";
import { reportShards } from "@/bot/gateway/shard-report";
import { ShardLocks, ShardTaken } from "@/bot/gateway/shards";
import { type QueuedFrame, Stream } from "@/bot/gateway/stream";
import { Writer } from "@/bot/gateway/writer";
import { Waker } from "@/bot/reconcile/waker";
import type { Scope } from "@/bot/scope";

/** Frames in memory (by weight) before the sockets are told to wait: some ten MB. */
const CAPACITY = 5_000;
/** With the database away for longer, the connections are let go: they would be taken for dead soon anyway. */
const LET_GO_MS = 20_000;
const REPORT_MS = 10_000;
const PROBE_MS = 500;

export type WorkerSettings = {
	scope: Scope;
	rest: REST;
	log: Logger;
	token: string;
	apiUrl: string;
	applicationId: string;
	/** The bot's own user id: its application's too, where that was made since 2016. */
	botId: string;
	storeContent: boolean;
	shardCount: number | null;
	shardIds: number[] | null;
	/** Milliseconds that the database may be away before the connections are let go; absent: 20 seconds. */
	letGoMs?: number;
	/** When a frame was received; it is not in the tables yet. */
	onFrame?(frame: QueuedFrame): void;
	/** After each commit, with the frames that are in the tables now. */
	onCommit?(frames: readonly QueuedFrame[]): void;
};

/** From Discord's gateway into the tables, for the shards of this process. */
export class Worker {
	readonly #settings: WorkerSettings;
	readonly #sessions = new Sessions();
	readonly #stream: Stream;
	readonly #writer: Writer;
	readonly #reporting = new Waker();
	readonly #health = new ShardHealth(() => this.#reporting.wake());
	readonly gateway: Gateway;
	#shards: { ids: number[]; count: number } = { ids: [], count: 0 };
	#locks: ShardLocks | undefined;
	#troubled: boolean;

	constructor(settings: WorkerSettings) {
		this.#troubled = false;
		this.#settings = settings;
		const { rest, scope, log, applicationId, botId, storeContent } = settings;
		this.#stream = new Stream({
			capacity: CAPACITY,
			onFull: () => this.gateway.pause(true),
			onRoom: () => !this.#troubled && this.gateway.pause(false),
		});
		this.gateway = new Gateway(
			{
				...settings,
				sessions: this.#sessions,
				onFrame: (frame) => {
					settings.onFrame?.(frame);
					if (this.#stream.push(frame)) this.#writer.check(frame);
				},
				health: this.#health,
			},
			rest,
		);
		this.#writer = new Writer({
			scope,
			log,
			applicationId,
			botId,
			storeContent,
			stream: this.#stream,
			confirm: async (db, shardIds) => this.#locks?.confirm(db, shardIds),
			onCommit: (frames) => settings.onCommit?.(frames),
			onTrouble: (lasting) => this.#endure(lasting),
			onRelief: () => this.#relieve(),
			recover: (signal) => this.#recover(signal),
		});
	}

	/** The shards of this process; known once it runs. */
	get shards(): { ids: number[]; count: number } {
		return this.#shards;
	}

	/** Discord's rule for which shard a guild is on. */
	shardOf(guildId: string): number {
		return Number((BigInt(guildId) >> 22n) % BigInt(this.#shards.count));
	}

	/**
	 * Connects and writes until `signal` ends it; what was read by then is written, and the sessions stay resumable.
	 * @throws ShardTaken where another process runs one of the shards, or takes one over; RefusedByDiscord where Discord wants none
	 * of its connections as it is started, also after hours
	 */
	async run(signal: AbortSignal): Promise<void> {
		const { scope, log } = this.#settings;
		this.#shards = await this.gateway.shards();
		this.#locks = new ShardLocks(scope, this.#shards.ids);
		await this.#locks.hold();
		await this.#report();
		await this.#sessions.load(scope, this.#shards.ids, this.#shards.count);
		const end = AbortSignal.any([signal, this.gateway.refusal]);
		const writing = this.#writer.run(end);
		try {
			await this.gateway.connect();
			if (!end.aborted) log.info({ shards: this.#shards.ids, of: this.#shards.count }, "connected");
			await Promise.race([writing, this.#keepReporting(end)]);
		} finally {
			await this.gateway.release();
		}
		await writing;
		for (const shardId of this.#shards.ids) this.#health.closed(shardId);
		await this.#report().catch(() => undefined);
		this.gateway.refusal.throwIfAborted();
	}

	/** Reading stops at once, so that memory stays bounded while the database is away. */
	async #endure(lasting: number): Promise<boolean> {
		this.#troubled = true;
		this.gateway.pause(true);
		return lasting < (this.#settings.letGoMs ?? LET_GO_MS);
	}

	#relieve(): void {
		this.#troubled = false;
		this.gateway.pause(this.#stream.full);
	}

	/** Waits for the database and takes the sessions up from the last commit. @throws ShardTaken */
	async #recover(signal: AbortSignal): Promise<void> {
		const { scope, log } = this.#settings;
		if (signal.aborted) return;
		log.warn("the database is away for long: the connections are let go");
		await this.gateway.release();
		this.#stream.clear();
		while (!signal.aborted && !(await this.#isBack())) {
			await wait(PROBE_MS, undefined, { signal }).catch(() => undefined);
		}
		if (signal.aborted) return;
		await this.#sessions.load(scope, this.#shards.ids, this.#shards.count);
		this.#troubled = false;
		await this.gateway.connect();
		log.info("the database is back: resuming behind the last commit");
	}

	/** Whether the database answers, and leaves the shards to this process. @throws ShardTaken */
	async #isBack(): Promise<boolean> {
		try {
			await this.#settings.scope.rows("SELECT 1");
			await this.#locks?.hold();
			return true;
		} catch (error) {
			if (error instanceof ShardTaken) throw error;
			return false;
		}
	}

	/** @throws ShardTaken where a lock was lost to another process */
	async #keepReporting(signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			if (!this.#troubled) await this.#report();
			await this.#reporting.wait(REPORT_MS, signal);
		}
	}

	async #report(): Promise<void> {
		const { scope, botId } = this.#settings;
		try {
			await this.#locks?.hold();
			await reportShards(scope, { ...this.#shards, botId }, this.#health);
		} catch (error) {
			if (error instanceof ShardTaken) throw error;
			this.#settings.log.warn({ err: error }, "the state of the shards could not be written");
		}
	}
}
