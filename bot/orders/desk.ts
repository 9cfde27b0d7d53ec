import { API } from "@discordjs/core";
import { DiscordAPIError, type REST } from "@discordjs/rest";
import PgBoss from "pg-boss";
import type { Logger } from "pino";
import { z } from "zod";
import { diagnose, isPassing } from "@/bot/orders/diagnose";
import { beginOrder, finishOrder, type Order } from "@/bot/orders/order";
import { perform } from "@/bot/orders/perform";
import type { Scope } from "@/bot/scope";

const QUEUE = "orders";
/** Discord's limits are per server and route: a few at once keep one slow route from holding up the others. */
const AT_ONCE = 5;

export type DeskSettings = {
	scope: Scope;
	/** The bot's address, for the queue's own connections. */
	url: string;
	rest: REST;
	log: Logger;
	/** The bot's own user id. */
	botId: string;
};

const job = z.object({ guildId: z.string(), orderId: z.uuid() });

/** Takes orders from the queue, carries them out on Discord and writes down what became of them. */
export class Desk {
	readonly #settings: DeskSettings;
	readonly #boss: PgBoss;
	readonly #api: API;

	constructor(settings: DeskSettings) {
		this.#settings = settings;
		this.#api = new API(settings.rest);
		this.#boss = new PgBoss({ connectionString: settings.url, max: 3, migrate: false, schedule: false });
		this.#boss.on("error", (error) => settings.log.warn({ err: error }, "the queue of orders is in trouble"));
	}

	/** @throws Error where the queue is not installed (npm run db:migrate does it) */
	async open(): Promise<void> {
		await this.#boss.start();
		const options = { batchSize: 1, pollingIntervalSeconds: 0.5, includeMetadata: true } as const;
		for (let worker = 0; worker < AT_ONCE; worker++) {
			await this.#boss.work<object>(QUEUE, options, async ([taken]) => {
				if (taken) await this.#take(taken);
			});
		}
	}

	/** Finishes what is under way. */
	async close(): Promise<void> {
		await this.#boss.stop({ graceful: true, timeout: 10_000, wait: true });
	}

	/** @throws what makes the queue bring the order again later */
	async #take({ data, retryCount, retryLimit }: PgBoss.JobWithMetadata<object>): Promise<void> {
		const { guildId, orderId } = job.parse(data);
		const order = await beginOrder(this.#settings.scope, guildId, orderId);
		if (!order) return;
		try {
			const result = await perform(this.#api, order);
			await finishOrder(this.#settings.scope, order, { state: "done", ...(result ? { result } : {}) });
		} catch (error) {
			await this.#settle(order, error, retryCount >= retryLimit);
		}
	}

	async #settle(order: Order, error: unknown, last: boolean): Promise<void> {
		const { scope, log, botId } = this.#settings;
		if (error instanceof DiscordAPIError && !isPassing(error)) {
			await finishOrder(scope, order, await diagnose(scope, order, error, botId));
			return;
		}
		if (error instanceof z.ZodError || error instanceof RangeError) {
			await finishOrder(scope, order, { state: "failed", failure: "invalid", code: null });
			return;
		}
		if (!last) throw error;
		log.warn({ order: order.id, kind: order.kind, err: error }, "an order is given up");
		await finishOrder(scope, order, { state: "failed", failure: "unreachable", code: null });
	}
}
