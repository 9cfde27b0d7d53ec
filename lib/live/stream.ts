import "server-only";
import type { Listener } from "./hub";
import type { Topic } from "./topics";

export type StreamWish = {
	/** The topics to report; other hints are ignored. */
	topics: readonly Topic[];
	/** Starts listening; returns how to stop. */
	join: (listener: Listener) => Promise<() => void>;
	/** Whether the person may still listen. A failure to find out also ends the stream. */
	mayStill: () => Promise<boolean>;
	/** Called once, when the stream is over, whoever ended it. */
	onEnd: () => void;
};

/** How long a change waits for others, to be sent with them (milliseconds). */
const GATHER_MS = 150;
/** A proxy must not take silence for an end (milliseconds). */
const HEARTBEAT_MS = 15_000;
/** Access is looked at this often in any case, and before an event when the last look is older than `FRESH_MS`. */
const LOOK_MS = 60_000;
const FRESH_MS = 2_000;

/**
 * What one open page receives, as server-sent events: `ready` once nothing more can be missed, `changed` with the
 * topics to read again, and `refused` last, when the person may no longer listen.
 */
export class LiveStream {
	readonly #wish: StreamWish;
	readonly #encoder = new TextEncoder();
	readonly #pending = new Set<Topic>();
	readonly #timers: NodeJS.Timeout[] = [];
	#controller: ReadableStreamDefaultController<Uint8Array> | undefined;
	#leave: (() => void) | undefined;
	#gathering: NodeJS.Timeout | undefined;
	#lookedAt = performance.now();
	#state: "open" | "over" = "open";

	constructor(wish: StreamWish) {
		this.#wish = wish;
	}

	/** @throws AppError `database_unavailable` when changes cannot be heard of */
	async open(): Promise<ReadableStream<Uint8Array>> {
		const listener = { hint: (topics: readonly Topic[]) => this.#gather(topics), lost: () => this.end() };
		try {
			this.#begin(await this.#wish.join(listener));
		} catch (error) {
			this.end();
			throw error;
		}
		return new ReadableStream<Uint8Array>(
			{
				start: (controller) => {
					this.#controller = controller;
					if (this.#state === "over") controller.close();
					this.#event("ready", this.#wish.topics);
				},
				cancel: () => this.end(),
			},
			new CountQueuingStrategy({ highWaterMark: 16 }),
		);
	}

	/** The other side may have gone away while it joined. */
	#begin(leave: () => void): void {
		if (this.#state === "over") {
			leave();
			return;
		}
		this.#leave = leave;
		this.#timers.push(setInterval(() => this.#write(": here\n\n"), HEARTBEAT_MS));
		this.#timers.push(setInterval(() => void this.#look(), LOOK_MS));
	}

	/** Ends it; the page comes back by itself if it may. */
	end(): void {
		if (this.#state === "over") return;
		this.#state = "over";
		clearTimeout(this.#gathering);
		for (const timer of this.#timers) clearInterval(timer);
		this.#leave?.();
		this.#wish.onEnd();
		try {
			this.#controller?.close();
		} catch {
			// Whoever reads it has closed it already.
		}
	}

	#gather(topics: readonly Topic[]): void {
		for (const topic of topics) if (this.#wish.topics.includes(topic)) this.#pending.add(topic);
		if (this.#pending.size === 0 || this.#state === "over") return;
		this.#gathering ??= setTimeout(() => void this.#tell(), GATHER_MS);
	}

	async #tell(): Promise<void> {
		const isFresh = performance.now() - this.#lookedAt < FRESH_MS;
		if (!isFresh && !(await this.#look())) return;
		this.#gathering = undefined;
		const told = [...this.#pending];
		this.#pending.clear();
		this.#event("changed", told);
	}

	async #look(): Promise<boolean> {
		try {
			if (await this.#wish.mayStill()) {
				this.#lookedAt = performance.now();
				return this.#state === "open";
			}
			this.#event("refused", []);
		} catch {
			// The page asks again, and is told why not.
		}
		this.end();
		return false;
	}

	#event(name: "ready" | "changed" | "refused", topics: readonly Topic[]): void {
		this.#write(`event: ${name}\ndata: ${JSON.stringify({ topics })}\n\n`);
	}

	/** Somebody who takes nothing off the line is sent away, and reads everything again when they are back. */
	#write(text: string): void {
		if (this.#state === "over" || this.#controller === undefined) return;
		if ((this.#controller.desiredSize ?? 0) <= 0) this.end();
		else this.#controller.enqueue(this.#encoder.encode(text));
	}
}
