import type { SessionInfo } from "@discordjs/ws";
import type { Frame } from "@/bot/events/handler";

/** A frame on its way to the tables, with the session that its sequence counts in. */
export type QueuedFrame = Frame & { session: Pick<SessionInfo, "sessionId" | "resumeURL" | "shardCount"> };

export type StreamSettings = {
	/** The weight beyond which `onFull` asks for a pause; `onRoom` follows when half of it is gone. */
	capacity: number;
	onFull(): void;
	onRoom(): void;
};

/** Most frames weigh 1; one that brings a whole guild weighs as much as what it brings. */
function weightOf({ d }: Frame): number {
	if (typeof d !== "object" || d === null || !("members" in d) || !Array.isArray(d.members)) return 1;
	return 1 + Math.ceil(d.members.length / 5);
}

/**
 * The frames between the socket and the writer. It never refuses one, since a frame that was read must not be dropped;
 * it asks for a pause when it is full and for more when it has room again, which is what bounds its memory.
 */
export class Stream {
	#frames: QueuedFrame[] = [];
	#weight = 0;
	#waiting: (() => void) | undefined;
	#full: boolean;
	/** The last sequence taken in by each session: what comes again after a resume is a repeat. */
	readonly #taken = new Map<string, number>();

	readonly #settings: StreamSettings;

	constructor(settings: StreamSettings) {
		this.#settings = settings;
		this.#full = false;
	}

	get size(): number {
		return this.#frames.length;
	}

	/** Whether a pause was asked for and stands. */
	get full(): boolean {
		return this.#full;
	}

	/** @returns false for a frame that was taken in before */
	push(frame: QueuedFrame): boolean {
		if (this.#isRepeat(frame)) return false;
		this.#frames.push(frame);
		this.#weight += weightOf(frame);
		this.#waiting?.();
		if (!this.#full && this.#weight >= this.#settings.capacity) {
			this.#full = true;
			this.#settings.onFull();
		}
		return true;
	}

	/**
	 * The oldest frames, of the weight `most` together or a single heavier one, as soon as there is one; none when
	 * `signal` ends the waiting.
	 */
	async take(most: number, signal: AbortSignal): Promise<QueuedFrame[]> {
		if (this.size === 0 && !signal.aborted) await this.#arrival(signal);
		const taken = this.#frames.splice(0, this.#within(most));
		for (const frame of taken) this.#weight -= weightOf(frame);
		if (this.#full && this.#weight < this.#settings.capacity / 2) {
			this.#full = false;
			this.#settings.onRoom();
		}
		return taken;
	}

	/** Forgets what is queued: the session is resumed from the last committed frame, and it all comes again. */
	clear(): void {
		this.#frames = [];
		this.#weight = 0;
		this.#full = false;
		this.#taken.clear();
	}

	#within(most: number): number {
		let weight = 0;
		const beyond = this.#frames.findIndex((frame) => {
			weight += weightOf(frame);
			return weight > most;
		});
		return beyond === -1 ? this.size : Math.max(beyond, 1);
	}

	/** READY opens a session; the client may hand it over after the frame that follows it. */
	#isRepeat({ t, sequence, session }: QueuedFrame): boolean {
		const last = this.#taken.get(session.sessionId) ?? 0;
		if (sequence <= last && t !== "READY") return true;
		this.#taken.set(session.sessionId, Math.max(sequence, last));
		return false;
	}

	#arrival(signal: AbortSignal): Promise<void> {
		return new Promise((resolve) => {
			const done = () => {
				signal.removeEventListener("abort", done);
				this.#waiting = undefined;
				resolve();
			};
			this.#waiting = done;
			signal.addEventListener("abort", done);
		});
	}
}
