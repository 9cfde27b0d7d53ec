import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** How many bytes may wait in a socket before the rest stays with its session. */
const LIMIT = 4 * 1024 * 1024;

/** A socket whose frames of one turn leave together: a call of the system for each would cost more than making them. */
export class Line {
	readonly socket: WebSocket;
	readonly #stream: Duplex;
	#gathering: boolean;

	/** @param stream below the socket, which says `drain` when there is room again */
	constructor(socket: WebSocket, stream: Duplex) {
		this.socket = socket;
		this.#stream = stream;
		this.#gathering = false;
	}

	get hasRoom(): boolean {
		return this.socket.readyState === this.socket.OPEN && this.socket.bufferedAmount < LIMIT;
	}

	send(text: string): void {
		if (!this.#gathering) {
			this.#gathering = true;
			this.#stream.cork();
			process.nextTick(() => {
				this.#gathering = false;
				this.#stream.uncork();
			});
		}
		this.socket.send(text);
	}
}
