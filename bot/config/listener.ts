import type { Logger } from "pino";
import { acknowledge, unacknowledged } from "@/bot/config/receipts";
import type { Shards } from "@/bot/reconcile/wanted";
import type { Scope } from "@/bot/scope";

const CHANNEL = "server_config_changed";

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
		const { scope, log } = this.#settings;
		const missed = (err: unknown) =>
			log.warn({ err }, "configurations that were saved are not acknowledged yet");
		await scope.listen(
			CHANNEL,
			{
				payload: (text) => this.#heard(text),
				connected: (now) => void (now && this.check().catch(missed)),
				failed: (err) => log.warn({ err }, "configuration changes are not heard; connecting again"),
			},
			signal,
		);
	}

	/** Acknowledges what no notification told of. To be run every minute, and after each connection. */
	async check(): Promise<void> {
		const { scope, shards } = this.#settings;
		const mine = shards();
		if (mine.count === 0) return;
		for (const guildId of await unacknowledged(scope, mine)) await this.#acknowledge(guildId);
	}

	#heard(payload: string): void {
		const guildId = guildIn.exec(payload)?.[1];
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
