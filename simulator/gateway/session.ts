import { randomBytes } from "node:crypto";
import type { WebSocket } from "ws";
import type { Line } from "./line";

export type SessionSettings = {
	intents: number;
	shard: readonly [id: number, count: number];
	largeThreshold: number;
};

/** `attachment` names the connection an event is for; a later connection must not get it again. */
type Buffered = { name: string; json: string; attachment: number | null };

/** One bot session: its numbered events, the newest of which are kept so that a dropped connection can resume. */
export class Session {
	readonly id = randomBytes(16).toString("hex");
	readonly settings: SessionSettings;
	readonly #capacity: number;
	#events: Buffered[] = [];
	/** The sequence of the first event kept. */
	#first = 1;
	/** The sequence of the last event given to the socket. */
	#sent = 0;
	#line: Line | null = null;
	#attachment = 0;
	#paused = false;
	/** Unix milliseconds at which the connection was lost; null while there is one. */
	detachedAt: number | null = null;

	/** @param capacity how many events are kept */
	constructor(settings: SessionSettings, capacity: number) {
		this.settings = settings;
		this.#capacity = capacity;
	}

	/** The sequence of the newest event. */
	get sequence(): number {
		return this.#first + this.#events.length - 1;
	}

	/** How many events wait to be sent. */
	get waiting(): number {
		return this.sequence - this.#sent;
	}

	get socket(): WebSocket | null {
		return this.#line?.socket ?? null;
	}

	/** Whether events after `sequence` are all still known. */
	canResumeFrom(sequence: number): boolean {
		return sequence >= this.#first - 1;
	}

	/** Ties the session to a connection that has seen everything up to `sequence`. */
	attach(line: Line, sequence: number): void {
		this.#line = line;
		this.detachedAt = null;
		this.#attachment += 1;
		this.#sent = sequence;
		this.flush();
	}

	detach(now: number): void {
		if (!this.#line) return;
		this.#line = null;
		this.detachedAt ??= now;
	}

	/** While paused, events are kept and none is sent. */
	pause(paused: boolean): void {
		this.#paused = paused;
		this.flush();
	}

	/**
	 * Takes an event and sends it when it can. False when the connection fell behind by more than is kept: the
	 * session is lost.
	 * @param once for this connection only, never again after a resume
	 */
	push(name: string, json: string, once = false): boolean {
		this.#events.push({ name, json, attachment: once ? this.#attachment : null });
		this.flush();
		this.#trim();
		return this.#sent >= this.#first - 1 || this.#line === null;
	}

	/** Sends what waits as long as the socket takes it. */
	flush(): void {
		const line = this.#line;
		if (!line || this.#paused) return;
		while (this.waiting > 0 && line.hasRoom) {
			this.#sent += 1;
			const event = this.#events[this.#sent - this.#first];
			if (event && (event.attachment ?? this.#attachment) === this.#attachment) this.#send(line, event);
		}
	}

	#send(line: Line, { name, json }: Buffered): void {
		line.send(`{"t":"${name}","s":${this.#sent},"op":0,"d":${json}}`);
	}

	#trim(): void {
		const surplus = this.#events.length - this.#capacity;
		if (surplus <= this.#capacity / 8) return;
		this.#events = this.#events.slice(surplus);
		this.#first += surplus;
	}
}
