import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";

/** Something that is to be done again and again. */
export type Round = { name: string; everyMs: number; work(): Promise<unknown> };

/** Does each round at once and then at its pace until `signal` ends it; one that fails is done again at its next turn. */
export async function makeRounds(rounds: readonly Round[], log: Logger, signal: AbortSignal): Promise<void> {
	await Promise.all(rounds.map((round) => keepDoing(round, log, signal)));
}

async function keepDoing({ name, everyMs, work }: Round, log: Logger, signal: AbortSignal): Promise<void> {
	while (!signal.aborted) {
		try {
			await work();
		} catch (error) {
			log.warn({ err: error, round: name }, "a round failed");
		}
		await wait(everyMs, undefined, { signal }).catch(() => undefined);
	}
}
