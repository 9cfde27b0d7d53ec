import { setImmediate as breathe, setTimeout as wait } from "node:timers/promises";
import { Commits } from "@/bench/soak/commits";
import type { SoakDatabase } from "@/bench/soak/database";
import type { Fault, FaultKind } from "@/bench/soak/faults";
import type { Witness } from "@/bench/soak/witness";
import type { WorkerProcess } from "@/bench/soak/worker";
import type { Play } from "@/simulator/play/play";
import type { SimulatorState } from "@/simulator/state";

/** Events told and not yet committed, beyond which the play waits. */
const IN_FLIGHT = 2_000;
/** Events told at once, before others get their turn. */
const BURST = 100;
const LOOK_MS = 10;
const MEMORY_MS = 250;
/** For how long nothing may happen until everything is taken to be done. */
const QUIET_MS = 2_000;
const PATIENCE_MS = 240_000;

export type Recovery = { kind: FaultKind; milliseconds: number };

/** What a time came to: its length, events stored, and processor seconds. */
export type Effort = { milliseconds: number; stored: number; worker: number; database: number };

export type Cast = {
	state: SimulatorState;
	play: Play;
	worker: WorkerProcess;
	database: SoakDatabase;
	witness: Witness;
};

/** Lets events happen as fast as the worker takes them, and things go wrong in between. */
export class SoakRun {
	readonly #cast: Cast;
	readonly #commits: Commits;
	readonly recoveries: Recovery[] = [];
	/** The time in which nothing was wrong. */
	readonly calm: Effort = { milliseconds: 0, stored: 0, worker: 0, database: 0 };
	#calmSince: Effort | undefined;
	#looking = 0;

	constructor(cast: Cast) {
		this.#cast = cast;
		this.#commits = new Commits(cast.database.urls.guildhall_owner, cast.witness);
	}

	/** Waits for the worker's session and for what it tells at its beginning. */
	async begin(): Promise<void> {
		await this.#until("the worker to connect", () => this.#isIdle());
		await this.#until("its first comparison", () => this.#commits.settled());
		await this.#beginCalm();
	}

	/** @throws Error where the worker does not come back from a fault */
	async play(events: number, faults: readonly Fault[]): Promise<void> {
		const { witness } = this.#cast;
		const first = witness.told;
		for (const fault of faults) {
			await this.#playUntil(first + fault.at);
			await this.#suffer(fault);
		}
		await this.#playUntil(first + events);
		await this.#until("the last events to be stored", () => this.#isIdle());
		await this.#endCalm();
	}

	/** Waits until the worker has nothing left to do, also nothing to catch up on. */
	async settle(): Promise<void> {
		let since = Date.now();
		let before = this.#activity();
		await this.#until("the worker to settle", async () => {
			const now = this.#activity();
			const done = (await this.#isIdle()) && (await this.#commits.settled());
			if (now !== before || !done) since = Date.now();
			before = now;
			return Date.now() - since > QUIET_MS;
		});
		await this.#commits.close();
	}

	/** Whatever the worker does is a commit or a request. */
	#activity(): string {
		const { state, witness } = this.#cast;
		return `${witness.stored} ${state.log.entries().at(-1)?.at} ${state.log.entries().length}`;
	}

	async #playUntil(event: number): Promise<void> {
		const { play, witness } = this.#cast;
		while (witness.told < event) {
			await this.#look();
			const room = Math.min(IN_FLIGHT - (witness.waiting() ?? IN_FLIGHT), BURST, event - witness.told);
			const until = witness.told + room;
			while (witness.told < until) play.step();
			await (room > 0 ? breathe() : wait(LOOK_MS));
		}
	}

	async #suffer({ kind, meanwhile }: Fault): Promise<void> {
		const { play, witness } = this.#cast;
		await this.#endCalm();
		witness.outage = true;
		const begun = Date.now();
		const mending = this.#cause(kind);
		const until = witness.told + meanwhile;
		while (witness.told < until) play.step();
		await mending;
		await this.#until(`the worker to come back from "${kind}"`, () => this.#isNear());
		await this.#playUntil(witness.told + 1);
		const mark = witness.told - 1;
		await this.#until(`events after "${kind}" to be stored`, async () => witness.reached(mark));
		this.recoveries.push({ kind, milliseconds: Date.now() - begun });
		// A worker may ask Discord fifty times a second: what a second lost session adds would take it minutes.
		if (kind === "invalidate") await this.#until("what was missed", () => this.#commits.settled());
		witness.outage = false;
		await this.#beginCalm();
	}

	#cause(kind: FaultKind): Promise<void> {
		const { state, worker, database } = this.#cast;
		if (kind === "kill") return worker.kill();
		if (kind === "database") return database.interrupt();
		if (kind === "drop") state.turn({ kind: "gateway_drop" });
		else state.turn({ kind: "invalid_session", resumable: false });
		return Promise.resolve();
	}

	async #beginCalm(): Promise<void> {
		this.#calmSince = await this.#effort();
	}

	async #endCalm(): Promise<void> {
		const since = this.#calmSince;
		if (!since) return;
		const now = await this.#effort();
		this.calm.milliseconds += now.milliseconds - since.milliseconds;
		this.calm.stored += now.stored - since.stored;
		this.calm.worker += now.worker - since.worker;
		this.calm.database += now.database - since.database;
		this.#calmSince = undefined;
	}

	/** Since the beginning of time. */
	async #effort(): Promise<Effort> {
		const { witness, worker, database } = this.#cast;
		await worker.look();
		return {
			milliseconds: Date.now(),
			stored: witness.stored,
			worker: worker.processor,
			database: await database.processor(),
		};
	}

	async #isIdle(): Promise<boolean> {
		return (await this.#look()) && this.#cast.witness.waiting() === 0;
	}

	async #isNear(): Promise<boolean> {
		return (await this.#look()) && (this.#cast.witness.waiting() ?? IN_FLIGHT) < IN_FLIGHT;
	}

	async #look(): Promise<boolean> {
		if (Date.now() - this.#looking > MEMORY_MS) {
			this.#looking = Date.now();
			await this.#cast.worker.look();
		}
		return this.#commits.look();
	}

	async #until(what: string, done: () => Promise<boolean>): Promise<void> {
		const begun = Date.now();
		while (!(await done())) {
			if (Date.now() - begun > PATIENCE_MS) throw new Error(`waited in vain for ${what}`);
			this.#cast.play.idle();
			await this.#look();
			await wait(LOOK_MS);
		}
	}
}
