import { createWriteStream, type WriteStream } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { type Usage, usageOf } from "@/bench/soak/usage";
import { startBot } from "@/scripts/lifecycle/bot";
import type { Running } from "@/scripts/lifecycle/processes";

/** As a supervisor would: not in a hurry where it ends by itself. */
const RESTART_MS = 500;
/** A worker that ends more often than this cannot run at all. */
const MOST_DEATHS = 20;

export type WorkerSettings = {
	botUrl: string;
	variables: Readonly<Record<string, string>>;
	/** Its output, of all its lives. */
	logFile: string;
};

/** The worker as a process of its own, started again whenever it ends. */
export class WorkerProcess {
	readonly #settings: WorkerSettings;
	readonly #log: WriteStream;
	#running: Running;
	#wanted: boolean;
	#processor = 0;
	#last: Usage | undefined;
	/** How it ended where nobody killed it. */
	readonly deaths: string[] = [];
	/** Bytes in memory, each time that it was looked at. */
	readonly memory: number[] = [];

	constructor(settings: WorkerSettings) {
		this.#settings = settings;
		this.#wanted = true;
		this.#log = createWriteStream(settings.logFile, { mode: 0o600 });
		this.#running = this.#start();
	}

	/** Seconds of processor time, of all its lives. */
	get processor(): number {
		return this.#processor + (this.#last?.processor ?? 0);
	}

	/** Looks at its memory and processor time, where the system tells. */
	async look(): Promise<void> {
		const usage = await usageOf(this.#running.child.pid ?? 0);
		if (!usage) return;
		this.#last = usage;
		this.memory.push(usage.memory);
	}

	/** Ends it as a crash would, and starts it again. */
	async kill(): Promise<void> {
		const victim = this.#running;
		this.#running = await this.#succeed(victim, () => victim.child.kill("SIGKILL"));
	}

	/** Asks it to end, and does not start it again. */
	async stop(): Promise<void> {
		this.#wanted = false;
		await this.#running.stop();
		await new Promise<void>((resolve) => this.#log.end(resolve));
	}

	async #succeed(before: Running, end: () => void): Promise<Running> {
		this.#wanted = false;
		end();
		await before.ended;
		this.#processor += this.#last?.processor ?? 0;
		this.#last = undefined;
		this.#wanted = true;
		return this.#start();
	}

	#start(): Running {
		const { botUrl, variables } = this.#settings;
		const running = startBot({ guildhall_bot: botUrl }, variables, [], (text) => this.#log.write(text));
		void running.ended.then(({ reason }) => this.#revive(reason));
		return running;
	}

	async #revive(reason: string): Promise<void> {
		if (!this.#wanted) return;
		this.deaths.push(reason);
		if (this.deaths.length > MOST_DEATHS) return;
		await wait(RESTART_MS);
		if (this.#wanted) this.#running = this.#start();
	}
}
