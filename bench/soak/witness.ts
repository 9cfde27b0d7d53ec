import type { SimulatorState } from "@/simulator/state";
import type { Dispatch } from "@/simulator/state/stream";
import { thingsIn } from "./things";

/** What was told, and to which sessions: the measure of what must be in the tables, and how soon. */
export class Witness {
	readonly #state: SimulatorState;
	readonly #stop: () => void;
	/** Unix milliseconds at which each event was told. */
	readonly #toldAt: number[] = [];
	readonly #things: string[][] = [];
	/** By session: the event behind each sequence number. */
	readonly #sessions = new Map<string, Map<number, number>>();
	readonly #committed = new Map<string, number>();
	/** Events that some session's commit covers. */
	readonly #stored = new Set<number>();
	/** Milliseconds from telling to commit, of the events that were not told in an outage. */
	readonly lags: number[] = [];
	/** While true, lags are those of an outage and not counted. */
	outage: boolean;

	/** Begins to listen; the gateway has to be listening already. */
	constructor(state: SimulatorState) {
		this.outage = false;
		this.#state = state;
		this.#stop = state.core.stream.listen((dispatch) => this.#note(dispatch));
	}

	/** How many events were told. */
	get told(): number {
		return this.#toldAt.length;
	}

	/** How many of them are in the tables. */
	get stored(): number {
		return this.#stored.size;
	}

	stop(): void {
		this.#stop();
	}

	/** The commits of a session have come to this sequence. */
	commit(sessionId: string, sequence: number): void {
		const before = this.#committed.get(sessionId) ?? 0;
		const events = this.#sessions.get(sessionId);
		const now = Date.now();
		for (let at = before + 1; events && at <= sequence; at++) {
			const event = events.get(at);
			if (event === undefined || this.#stored.has(event)) continue;
			this.#stored.add(event);
			if (!this.outage) this.lags.push(now - (this.#toldAt[event] ?? now));
		}
		this.#committed.set(sessionId, Math.max(before, sequence));
	}

	/** Events told to the living sessions and not committed; undefined while there is no session. */
	waiting(): number | undefined {
		let most: number | undefined;
		for (const { id, sequence } of this.#state.gateway.sessions) {
			most = Math.max(most ?? 0, sequence - (this.#committed.get(id) ?? 0));
		}
		return most;
	}

	/** Whether anything from this event on is in the tables. */
	reached(event: number): boolean {
		for (let at = this.told - 1; at >= event; at--) if (this.#stored.has(at)) return true;
		return false;
	}

	/** By what the events speak of that no session that lasted was told: when the first of them was, Unix milliseconds. */
	lost(): Map<string, number> {
		const found = new Map<string, number>();
		for (const [event, things] of this.#things.entries()) {
			if (this.#stored.has(event)) continue;
			for (const thing of things) if (!found.has(thing)) found.set(thing, this.#toldAt[event] ?? 0);
		}
		return found;
	}

	#note(dispatch: Dispatch): void {
		const event = this.told;
		this.#toldAt.push(Date.now());
		this.#things.push(thingsIn(dispatch));
		for (const { id, sequence } of this.#state.gateway.sessions) {
			const events = this.#sessions.get(id) ?? new Map<number, number>();
			this.#sessions.set(id, events);
			if (!events.has(sequence)) events.set(sequence, event);
		}
	}
}
