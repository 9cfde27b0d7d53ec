import "server-only";
import { AppError } from "@/lib/errors";
import { hint } from "./schema";
import { type Topic, topics } from "./topics";

/** What a source reports: each text that arrives, and whether any can. */
type SourceEvents = { payload: (text: string) => void; connected: (now: boolean) => void };

/** One who wants to know what happens in a guild. */
export type Listener = {
	hint: (topics: readonly Topic[]) => void;
	/** Nothing more will come: hints can no longer be heard, or the process is about to end. */
	lost: () => void;
};

/** `lost` is a source that was heard before: what it said since then was missed. */
type SourceState = "closed" | "opening" | "heard" | "lost";

/** How long a new listener waits for the source, and old ones for a source that was lost (milliseconds). */
const PATIENCE_MS = 5_000;
/** The source is kept for this long after the last listener has left (milliseconds). */
const LINGER_MS = 30_000;

/**
 * Passes hints on to whoever listens to their guild, from one source however many listen. The source is opened with the
 * first listener. While it is lost for a moment, listeners stay and are told afterwards that anything may have changed.
 */
export class Hub {
	readonly #open: (events: SourceEvents) => () => void;
	readonly #guilds = new Map<string, Set<Listener>>();
	readonly #waiting = new Set<() => void>();
	#stop: (() => void) | undefined;
	#state: SourceState = "closed";
	#timer: NodeJS.Timeout | undefined;

	/** @param open begins to listen; answers how to stop */
	constructor(open: (events: SourceEvents) => () => void) {
		this.#open = open;
	}

	/**
	 * From the moment this resolves, no hint of the guild is missed.
	 * @returns how to leave
	 * @throws AppError `database_unavailable` when hints cannot be heard
	 */
	async join(guildId: string, listener: Listener): Promise<() => void> {
		const guild = this.#guilds.get(guildId) ?? new Set();
		this.#guilds.set(guildId, guild.add(listener));
		this.#listen();
		const leave = () => this.#leave(guildId, listener);
		if (await this.#ready()) return leave;
		leave();
		throw new AppError("database_unavailable", { retryAfter: 5 });
	}

	/** Sends everybody away and closes the source. */
	close(): void {
		clearTimeout(this.#timer);
		for (const listener of this.#listeners()) listener.lost();
		this.#guilds.clear();
		this.#stop?.();
		this.#stop = undefined;
		this.#state = "closed";
	}

	#listeners(): Listener[] {
		return [...this.#guilds.values()].flatMap((guild) => [...guild]);
	}

	#listen(): void {
		if (this.#state !== "lost") clearTimeout(this.#timer);
		if (this.#state !== "closed") return;
		this.#state = "opening";
		this.#stop = this.#open({
			payload: (text) => this.#pass(text),
			connected: (now) => (now ? this.#heard() : this.#missed()),
		});
	}

	#pass(text: string): void {
		const said = hint.safeParse(readJson(text)).data;
		if (said === undefined) return;
		for (const listener of this.#guilds.get(said.guild) ?? []) listener.hint([said.topic]);
	}

	#heard(): void {
		const missed = this.#state === "lost";
		if (missed) clearTimeout(this.#timer);
		this.#state = "heard";
		for (const resolve of this.#waiting) resolve();
		if (missed) for (const listener of this.#listeners()) listener.hint(topics);
	}

	#missed(): void {
		if (this.#state !== "heard") return;
		this.#state = "lost";
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.close(), PATIENCE_MS);
	}

	#ready(): Promise<boolean> {
		if (this.#state === "heard") return Promise.resolve(true);
		return new Promise((resolve) => {
			const settle = (isConnected: boolean) => {
				clearTimeout(timer);
				this.#waiting.delete(arrived);
				resolve(isConnected);
			};
			const arrived = () => settle(true);
			const timer = setTimeout(() => settle(false), PATIENCE_MS);
			this.#waiting.add(arrived);
		});
	}

	#leave(guildId: string, listener: Listener): void {
		const guild = this.#guilds.get(guildId);
		guild?.delete(listener);
		if (guild?.size === 0) this.#guilds.delete(guildId);
		if (this.#guilds.size > 0 || this.#state === "closed") return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.close(), LINGER_MS).unref();
	}
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
