import { explain } from "./refusal";

/**
 * Runs a command's body and turns its outcome into the exit status: 0 when it returns, the number it returns, or 1
 * with the reason on stderr when it throws.
 */
export async function command(body: () => Promise<number | undefined>): Promise<void> {
	try {
		process.exitCode = (await body()) ?? 0;
	} catch (error) {
		console.error(`\n${explain(error)}`);
		process.exitCode = 1;
	}
}
