import pg from "pg";
import type { Witness } from "@/bench/soak/witness";

/**
 * Watches from another connection how far the sessions are committed: what it sees, everybody sees. Away with the
 * database, it looks again when asked again.
 */
export class Commits {
	readonly #url: string;
	readonly #witness: Witness;
	#client: pg.Client | undefined;

	constructor(url: string, witness: Witness) {
		this.#url = url;
		this.#witness = witness;
	}

	/** Tells the witness what is committed by now. @returns whether the database answered */
	async look(): Promise<boolean> {
		try {
			this.#client ??= await connect(this.#url);
			const { rows } = await this.#client.query<{ session_id: string; sequence: number }>(
				"SELECT session_id, sequence::int FROM gateway_sessions",
			);
			for (const { session_id, sequence } of rows) this.#witness.commit(session_id, sequence);
			return true;
		} catch {
			await this.close();
			return false;
		}
	}

	/** Whether everything is caught up on that was missed while no session listened. */
	async settled(): Promise<boolean> {
		const { rows } = (await this.#client?.query<{ open: number }>(
			"SELECT count(*)::int AS open FROM gateway_catch_ups WHERE finished_at IS NULL",
		)) ?? { rows: [] };
		return rows[0]?.open === 0;
	}

	async close(): Promise<void> {
		const client = this.#client;
		this.#client = undefined;
		await client?.end().catch(() => undefined);
	}
}

async function connect(url: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url, application_name: "guildhall-soak" });
	client.on("error", () => undefined);
	await client.connect();
	return client;
}
