import { once } from "node:events";
import { WebSocket } from "ws";

export type Frame = { op: number; t: string | null; s: number | null; d: unknown };

type Waiting = { wanted: (frame: Frame) => boolean; resolve: (frame: Frame) => void };

/** A bare gateway client for tests: it sends what it is given and hands out frames in the order they came. */
export class GatewayClient {
	readonly #socket: WebSocket;
	#frames: Frame[] = [];
	readonly #seen: string[] = [];
	#waiting: Waiting[] = [];
	/** The code with which the connection ended. */
	readonly closed: Promise<number>;

	private constructor(socket: WebSocket) {
		this.#socket = socket;
		this.closed = new Promise((resolve) => socket.once("close", resolve));
		socket.on("message", (data) => this.#take(JSON.parse(data.toString()) as Frame));
	}

	static async connect(url: string): Promise<GatewayClient> {
		const socket = new WebSocket(`${url}?v=10&encoding=json`);
		const client = new GatewayClient(socket);
		await once(socket, "open");
		return client;
	}

	send(op: number, d: unknown): void {
		this.#socket.send(JSON.stringify({ op, d }));
	}

	/** The next frame of that kind, an unread earlier one included; other frames stay to be read. */
	next(wanted: (frame: Frame) => boolean): Promise<Frame> {
		const index = this.#frames.findIndex(wanted);
		const [found] = index < 0 ? [] : this.#frames.splice(index, 1);
		if (found) return Promise.resolve(found);
		return new Promise((resolve) => this.#waiting.push({ wanted, resolve }));
	}

	/** The next event of that name. */
	dispatch(name: string): Promise<Frame> {
		return this.next(({ t }) => t === name);
	}

	/** The names of all events so far. */
	names(): readonly string[] {
		return this.#seen;
	}

	close(code = 1000): void {
		this.#socket.close(code);
	}

	/** Breaks the connection without a word. */
	drop(): void {
		this.#socket.terminate();
	}

	#take(frame: Frame): void {
		if (frame.t) this.#seen.push(frame.t);
		const waiting = this.#waiting.find(({ wanted }) => wanted(frame));
		if (!waiting) {
			this.#frames.push(frame);
			return;
		}
		this.#waiting = this.#waiting.filter((one) => one !== waiting);
		waiting.resolve(frame);
	}
}
