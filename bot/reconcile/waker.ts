/** Lets a loop rest until there is something to do. */
export class Waker {
	#awake: boolean;
	#resolve: (() => void) | undefined;

	constructor() {
		this.#awake = false;
	}

	/** Ends the rest; one that has not begun yet is skipped. */
	wake(): void {
		this.#awake = true;
		this.#resolve?.();
	}

	/** Rests until somebody wakes it, `ms` are over, or `signal` ends it. */
	async wait(ms: number, signal: AbortSignal): Promise<void> {
		if (!this.#awake && !signal.aborted) await this.#rest(ms, signal);
		this.#awake = false;
	}

	#rest(ms: number, signal: AbortSignal): Promise<void> {
		return new Promise((resolve) => {
			const done = () => {
				clearTimeout(timer);
				signal.removeEventListener("abort", done);
				this.#resolve = undefined;
				resolve();
			};
			const timer = setTimeout(done, ms);
			signal.addEventListener("abort", done);
			this.#resolve = done;
		});
	}
}
