export type LoggedRequest = {
	/** ISO time at which the request arrived. */
	at: string;
	method: string;
	path: string;
	query: Record<string, string>;
	/** Who asked: `bot`, `user:<id>`, or null when no valid token was sent. */
	identity: string | null;
	/** The status answered; null when the connection was dropped on purpose. */
	status: number | null;
};

const capacity = 2_000;

/** The last requests the simulator has seen, oldest first; tokens and bodies are never kept. */
export class RequestLog {
	#entries: LoggedRequest[] = [];

	add(entry: LoggedRequest): void {
		this.#entries.push(entry);
		if (this.#entries.length > capacity) this.#entries.shift();
	}

	entries(): readonly LoggedRequest[] {
		return this.#entries;
	}

	clear(): void {
		this.#entries = [];
	}
}
