import { existsSync } from "node:fs";
import path from "node:path";
import { Closing } from "./lifecycle/closing";
import { explain } from "./refusal";

/**
 * Runs a command's body and turns its outcome into the exit status: the number it returns, 0 for none, or 1 with the
 * reason on stderr when it throws. Variables from `.env` are there unless set already; what the body adds to `closing` is ended in every case, a signal included.
 */
export async function command(body: (closing: Closing) => Promise<number | undefined>): Promise<void> {
	const settings = path.resolve(import.meta.dirname, "../.env");
	if (existsSync(settings)) process.loadEnvFile(settings);
	const closing = new Closing();
	closing.onSignals((signal) => console.error(`\nStopping (${signal}) …`));
	try {
		process.exitCode = (await body(closing)) ?? 0;
	} catch (error) {
		if (closing.begun) return;
		console.error(`\n${explain(error)}`);
		process.exitCode = 1;
	}
	await closing.run();
}
