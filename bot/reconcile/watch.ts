import type { Frame } from "@/bot/events/handler";

/** Which field of an event's data names what it speaks of. */
const subjects: Readonly<Record<string, string>> = {
	MESSAGE_REACTION_ADD: "message_id",
	MESSAGE_REACTION_REMOVE: "message_id",
	MESSAGE_REACTION_REMOVE_ALL: "message_id",
	MESSAGE_REACTION_REMOVE_EMOJI: "message_id",
	GUILD_SCHEDULED_EVENT_CREATE: "id",
	GUILD_SCHEDULED_EVENT_UPDATE: "id",
	GUILD_SCHEDULED_EVENT_DELETE: "id",
	GUILD_SCHEDULED_EVENT_USER_ADD: "guild_scheduled_event_id",
	GUILD_SCHEDULED_EVENT_USER_REMOVE: "guild_scheduled_event_id",
};

/**
 * Of which messages' reactions and of which scheduled events the stream spoke lately. What is taken back there moves a
 * count and leaves nothing that would say when, so whoever reads such lists beside the stream has to know whether it
 * spoke meanwhile.
 */
export class Watch {
	readonly #heard = new Map<string, string>();
	#readers: number;

	constructor() {
		this.#readers = 0;
	}

	/** A frame that was received, committed or not. */
	note({ t, d, receivedAt }: Pick<Frame, "t" | "d" | "receivedAt">): void {
		const field = subjects[t];
		if (this.#readers === 0 || field === undefined || typeof d !== "object" || d === null) return;
		const id: unknown = Reflect.get(d, field);
		if (typeof id === "string") this.#heard.set(id, receivedAt);
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

	/**
	 * @param id of a message or a scheduled event
	 * @param at ISO with microseconds
	 */
	heardSince(id: string, at: string): boolean {
		const heard = this.#heard.get(id);
		return heard !== undefined && heard >= at;
	}
}
