import type { Comparison } from "@/bench/soak/compare";
import type { SoakDatabase } from "@/bench/soak/database";
import type { Fault } from "@/bench/soak/faults";
import { History } from "@/bench/soak/history";
import { type Effort, type Recovery, SoakRun } from "@/bench/soak/run";
import { verify } from "@/bench/soak/verify";
import { Witness } from "@/bench/soak/witness";
import { WorkerProcess } from "@/bench/soak/worker";
import { connected } from "@/scripts/database/roles";
import { Play } from "@/simulator/play/play";
import { SIMULATED_CLIENT, startSimulator } from "@/simulator/server";

export type SoakSettings = {
	database: SoakDatabase;
	events: number;
	faults: readonly Fault[];
	seed: number;
	/** The worker's output. */
	logFile: string;
};

export type SoakOutcome = {
	comparisons: Comparison[];
	deadLetters: { event: string; reason: string }[];
	recoveries: Recovery[];
	/** The time in which nothing was wrong. */
	calm: Effort;
	/** Milliseconds from event to row, outside of outages. */
	lags: number[];
	/** Events, and those that no lasting session was told. */
	told: number;
	unheard: number;
	/** Milliseconds from the first event to the last row, outages included. */
	milliseconds: number;
	worker: { memory: number[]; deaths: string[] };
};

/** Plays a server to a worker that things happen to, and compares what it stored with what happened. */
export async function soak(settings: SoakSettings): Promise<SoakOutcome> {
	const simulator = await startSimulator({ port: 0, rateLimit: { limit: 500, windowMs: 1_000 } });
	const { state } = simulator;
	const heard = [...state.core.guilds.values()].filter((guild) => state.core.hears(guild));
	const histories = new Map(heard.map(({ id }) => [id, new History(state, id)]));
	const witness = new Witness(state);
	const play = new Play(state, { seed: settings.seed });
	const worker = new WorkerProcess({
		botUrl: settings.database.urls.guildhall_bot,
		logFile: settings.logFile,
		variables: variablesFor(simulator.url),
	});
	try {
		const run = new SoakRun({ state, play, worker, database: settings.database, witness });
		await run.begin();
		const begun = Date.now();
		await run.play(settings.events, settings.faults);
		const milliseconds = Date.now() - begun;
		play.end();
		await run.settle();
		const found = await connected(settings.database.urls.guildhall_owner, async (client) => ({
			comparisons: await verify(client, state, histories, witness.lost()),
			deadLetters: await client.query<{ event: string; reason: string }>(
				"SELECT event, reason FROM gateway_dead_letters ORDER BY id",
			),
		}));
		return {
			comparisons: found.comparisons,
			deadLetters: found.deadLetters.rows,
			recoveries: run.recoveries,
			calm: run.calm,
			lags: witness.lags,
			told: witness.told,
			unheard: witness.told - witness.stored,
			milliseconds,
			worker: { memory: worker.memory, deaths: worker.deaths },
		};
	} finally {
		await worker.stop();
		await simulator.close();
	}
}

/** Only what the worker adds to the environment that it inherits. */
function variablesFor(simulatorUrl: string): Record<string, string> {
	return {
		DISCORD_API_URL: `${simulatorUrl}/api/v10`,
		DISCORD_BOT_TOKEN: SIMULATED_CLIENT.botToken,
		DISCORD_CLIENT_ID: SIMULATED_CLIENT.clientId,
		LOG_LEVEL: "info",
	};
}
