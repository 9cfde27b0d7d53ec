import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import type { Logger } from "pino";
import { acknowledge, unacknowledged } from "@/bot/config/receipts";
import type { Shards } from "@/bot/reconcile/wanted";
import type { Scope } from "@/bot/scope";

const CHANNEL = "server_config_changed";
const RECONNECT_MS = 1_000;

/** `server_id` is a number of more digits than JavaScript has: it is read from the text. */
const guildIn = /"server_id":\s*"?(\d{5,20})"?/;

export type ListenerSettings = {
	scope: Scope;
	log: Logger;
	/** The bot's own user id. */
	botId: string;
	shards(): Shards;
	shardOf(guildId: string): number;
};

/** Hears of every save of a guild's settings and acknowledges it. */
export class ConfigListener {
	readonly #settings: ListenerSettings;

	constructor(settings: ListenerSettings) {
		this.#settings = settings;
	}

	/** Listens until `signal` ends it; a connection that is lost is made again. */
	async run(signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			try {
				await this.#listen(signal);
			} catch (error) {
				this.#settings.log.warn({ err: error }, "configuration changes are not heard; connecting again");
			}
			if (!signal.aborted) await wait(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
		}
	}

	/** Acknowledges what no notification told of. To be run every minute, and after each connection. */
	async check(): Promise<void> {
		const { scope, shards } = this.#settings;
		const mine = shards();
		if (mine.count === 0) return;
		for (const guildId of await unacknowledged(scope, mine)) await this.#acknowledge(guildId);
	}

	/** Resolves when the connection ends. */
	async #listen(signal: AbortSignal): Promise<void> {
		const connection = await this.#settings.scope.session();
		connection.on("notification", ({ payload }) => this.#heard(payload));
		await connection.query(`LISTEN ${CHANNEL}`);
		await this.check();
		await ended(connection, signal);
	}

	#heard(payload: string | undefined): void {
		const guildId = guildIn.exec(payload ?? "")?.[1];
		if (guildId === undefined || !this.#isMine(guildId)) return;
		this.#acknowledge(guildId).catch((error: unknown) =>
			this.#settings.log.warn({ err: error, guildId }, "a configuration is not acknowledged yet"),
		);
	}

	#isMine(guildId: string): boolean {
		const { shards, shardOf } = this.#settings;
		const { ids, count } = shards();
		return count > 0 && ids.includes(shardOf(guildId));
	}

	async #acknowledge(guildId: string): Promise<void> {
		const { scope, shardOf, botId } = this.#settings;
		await acknowledge(scope, guildId, shardOf(guildId), botId);
	}
}

function ended(connection: pg.Client, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const end = () => void connection.end().catch(() => undefined);
		connection.once("end", () => {
			signal.removeEventListener("abort", end);
			resolve();
		});
		signal.addEventListener("abort", end);
		if (signal.aborted) end();
	});
}
