import path from "node:path";
import { Command } from "commander";
import { startSoakServer } from "@/bench/soak/database";
import { planFaults } from "@/bench/soak/faults";
import { printDifferences, printFigures } from "@/bench/soak/report";
import { soak } from "@/bench/soak/stage";
import { home } from "@/scripts/database/open";

/** The database is restarted under the worker: it is nobody else's. */
export const bringsServer = true;

/** What the issue asks for, and a quarter of an hour's worth of nothing else. */
const faults = { kill: 5, database: 2, drop: 3, invalidate: 3 };

/**
 * Plays events to a worker that is killed, loses its database, its sockets and its session, and compares every table
 * with the simulator's own state, row by row.
 * @throws Error where a row is missing, doubled or different
 */
export async function run(args: string[]): Promise<void> {
	const flags = new Command("soak")
		.option("--events <number>", "how many happen", "200000")
		.option("--seed <number>", "which ones", "1")
		.option("--calm", "nothing goes wrong")
		.option("--fast", "on a database that would not survive a crash of the machine")
		.parse(args, { from: "user" })
		.opts<{ events: string; seed: string; calm?: true; fast?: true }>();
	const [events, seed] = [Number(flags.events), Number(flags.seed)];
	const database = await startSoakServer(flags.fast ? "scratch" : "durable");
	try {
		const outcome = await soak({
			database,
			events,
			seed,
			faults: flags.calm ? [] : planFaults(faults, events, seed),
			logFile: path.join(home, "soak", "worker.log"),
		});
		printFigures(outcome);
		const wrong = printDifferences(outcome);
		if (wrong > 0) throw new Error(`${wrong} rows are not as they must be`);
	} finally {
		await database.close();
	}
}
