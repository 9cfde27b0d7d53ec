import type { Frame } from "@/bot/events/handler";

/**
 * Of which messages the stream told reactions lately. A reaction that is taken back leaves no row that would say when,
 * so whoever reads reactions beside the stream has to know whether it spoke meanwhile.
 */
export class ReactionWatch {
	readonly #heard = new Map<string, string>();
	#readers: number;

	constructor() {
		this.#readers = 0;
	}

	/** A frame that was received, committed or not. */
	note({ t, d, receivedAt }: Pick<Frame, "t" | "d" | "receivedAt">): void {
		if (this.#readers === 0 || !t.startsWith("MESSAGE_REACTION_")) return;
		if (typeof d !== "object" || d === null || !("message_id" in d)) return;
		if (typeof d.message_id === "string") this.#heard.set(d.message_id, receivedAt);
	}

	/** Watches while `work` is done. */
	async during<T>(work: () => Promise<T>): Promise<T> {
		this.#readers++;
		try {
			return await work();
		} finally {
			this.#readers--;
			if (this.#readers === 0) this.#heard.clear();
		}
	}

	/** @param at ISO with microseconds */
	heardSince(messageId: string, at: string): boolean {
		const heard = this.#heard.get(messageId);
		return heard !== undefined && heard >= at;
	}
}
