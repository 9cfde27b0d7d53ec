import { explain } from "../refusal";

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** What a command has opened, ended in the opposite order exactly once, however the command ends. */
export class Closing {
	#open: { what: string; close: () => Promise<void> }[] = [];
	#running: Promise<void> | undefined;

	/** Remembers how to end `what`; nothing may be added once ending has begun. */
	add(what: string, close: () => Promise<void>): void {
		this.#open.push({ what, close });
	}

	get begun(): boolean {
		return this.#running !== undefined;
	}

	/** Ends everything, last opened first. A part that fails to end is reported and does not keep the others. */
	run(): Promise<void> {
		this.#running ??= this.#endAll();
		return this.#running;
	}

	/** Ends everything on Ctrl-C, on a polite kill, and when the process that started us is gone; then exits. */
	onSignals(announce: (signal: string) => void): void {
		const finish = async (signal: string, status: number) => {
			if (this.begun) return;
			announce(signal);
			await this.run();
			process.exit(status);
		};
		for (const [signal, status] of Object.entries(SIGNALS)) {
			process.on(signal, () => void finish(signal, status));
		}
		process.on("disconnect", () => void finish("the end of its parent", SIGNALS.SIGHUP));
		process.channel?.unref();
	}

	async #endAll(): Promise<void> {
		for (const { what, close } of this.#open.toReversed()) {
			await close().catch((error: unknown) =>
				console.error(`${what} did not end cleanly: ${explain(error)}`),
			);
		}
	}
}
