import type { GatewayDispatchPayload } from "discord-api-types/v10";

type Payloads = { [Payload in GatewayDispatchPayload as `${Payload["t"]}`]: Payload["d"] };

/** Discord also sends only what changed of a message: its embeds once the linked page was read. */
type Partially = { MESSAGE_UPDATE: Partial<Payloads["MESSAGE_UPDATE"]> & { id: string; channel_id: string } };

/** The data of each dispatch event by the event's name. */
export type Dispatches = Omit<Payloads, keyof Partially> & Partially;

export type DispatchName = keyof Dispatches;

/** Something happened: in a guild, or outside of guilds (direct messages) where `guildId` is null. */
export type Dispatch<Name extends DispatchName = DispatchName> = {
	name: Name;
	guildId: string | null;
	data: Dispatches[Name];
};

/** Where the state reports what it did. Listeners are called at once and must serialize what they keep. */
export class EventStream {
	/** How many events there were since it was last set back. */
	count = 0;
	readonly #listeners = new Set<(dispatch: Dispatch) => void>();

	emit<Name extends DispatchName>(name: Name, guildId: string | null, data: Dispatches[Name]): void {
		this.count += 1;
		for (const listener of this.#listeners) listener({ name, guildId, data });
	}

	/** Answers how to stop listening. */
	listen(listener: (dispatch: Dispatch) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}
