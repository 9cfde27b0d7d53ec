import type { SimulatorState } from "../state";
import { type PlayReport, type PlaySettings, play } from "./play";

export type PlayStatus = {
	running: boolean;
	/** What the last play came to; null before the first one has ended. */
	report: PlayReport | null;
};

/** The play that is running in a simulator, one at a time. */
export class Stage {
	readonly #state: SimulatorState;
	#controller: AbortController | undefined;
	#running: Promise<void> = Promise.resolve();
	#report: PlayReport | null = null;

	constructor(state: SimulatorState) {
		this.#state = state;
	}

	get status(): PlayStatus {
		return { running: this.#controller !== undefined, report: this.#report };
	}

	/** Ends the play that is running and begins another. */
	async begin(settings: PlaySettings): Promise<void> {
		await this.end();
		const controller = new AbortController();
		this.#controller = controller;
		this.#running = play(this.#state, { ...settings, signal: controller.signal }).then((report) => {
			this.#report = report;
			if (this.#controller === controller) this.#controller = undefined;
		});
	}

	/** Ends the play, and answers when it has ended. */
	async end(): Promise<void> {
		this.#controller?.abort();
		await this.#running;
	}
}

/** A gentle life for the demo: about one event in a few seconds. */
export const gentle: PlaySettings = { rate: 0.3 };
