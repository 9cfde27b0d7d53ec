import { setImmediate as breathe, setTimeout as wait } from "node:timers/promises";
import { createRandom } from "@/prisma/seed/random";
import type { SimulatorState } from "../state";
import { pickAct } from "./repertoire";
import { Scene } from "./scene";

export type PlaySettings = {
	/** Events a second; Infinity for as fast as the sessions take them. */
	rate: number;
	/** Ends after so many seconds. */
	seconds?: number;
	/** Ends once this many events were sent. */
	events?: number;
	/** The demo's largest server unless said. */
	guildId?: string;
	seed?: number;
	/** The play pauses while more events than this wait for a session. */
	maxBacklog?: number;
	/** Ends the play. */
	signal?: AbortSignal;
};

export type PlayReport = { acts: number; events: number; milliseconds: number };

/** How many events are sent at once before others get their turn. */
const burst = 200;

/** Milliseconds between two looks at the clock: a slow play looks seldom. */
const pause = (rate: number) => Math.min(500, Math.max(20, 500 / rate));

/** Plays a server's life in single steps; the same seed on the same state gives the same steps. */
export class Play {
	readonly #scene: Scene;
	readonly #stop: () => void;
	/** How many events the guild's sessions have received since the beginning. */
	events = 0;
	acts = 0;

	constructor(state: SimulatorState, settings: { guildId?: string; seed?: number } = {}) {
		const guildId = settings.guildId ?? state.world.guilds[0]?.id ?? "";
		this.#scene = new Scene(state, guildId, createRandom(settings.seed ?? 1, `play/${guildId}`));
		this.#stop = state.core.stream.listen((dispatch) => {
			if (dispatch.guildId === guildId) this.events += 1;
		});
	}

	/** One more thing happens. */
	step(): void {
		this.#scene.catchUp();
		while (!pickAct(this.#scene.random)(this.#scene)) this.#scene.catchUp();
		this.acts += 1;
	}

	/** Only what was begun and is due. */
	idle(): void {
		this.#scene.catchUp();
	}

	/** Finishes what was begun: answers that are not given yet. */
	end(): void {
		this.#scene.catchUp(true);
		this.#stop();
	}
}

/** Plays until the time is over, the events are sent, or the signal says so. */
export async function play(state: SimulatorState, settings: PlaySettings): Promise<PlayReport> {
	const { rate, seconds = Number.POSITIVE_INFINITY, events = Number.POSITIVE_INFINITY, signal } = settings;
	const { maxBacklog = 20_000 } = settings;
	const performance = new Play(state, settings);
	const start = Date.now();
	const elapsed = () => Date.now() - start;
	while (!signal?.aborted && elapsed() < seconds * 1_000 && performance.events < events) {
		performance.idle();
		const paced = Number.isFinite(rate) ? Math.floor((elapsed() / 1_000) * rate) : rate;
		const due = Math.min(events, performance.events + burst, paced);
		while (performance.events < due && state.gateway.backlog() < maxBacklog) performance.step();
		const hurried = !Number.isFinite(rate) && state.gateway.backlog() < maxBacklog;
		await (hurried
			? breathe()
			: wait(pause(rate), undefined, { ...(signal && { signal }) }).catch(() => undefined));
	}
	performance.end();
	return { acts: performance.acts, events: performance.events, milliseconds: elapsed() };
}
