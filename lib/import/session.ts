import type pg from "pg";

/**
 * `force_generic_plan`: the foreign keys of a message's parts are looked up for every row, and left to itself Postgres
 * plans each look-up anew, since a plan for all months seems dearer than one for a single month; planning is what costs.
 * `synchronous_commit`: a batch commits together with its line in `import_files`, so what a crash of the machine takes
 * away is imported again. `work_mem`: the rows of a batch, which the rollups' triggers read, stay in memory.
 */
const settings = { plan_cache_mode: "force_generic_plan", synchronous_commit: "off", work_mem: "32MB" };

/** Sets a connection up for writing many rows; {@link resetSession} takes it back. */
export async function tuneSession(client: pg.ClientBase): Promise<void> {
	await client.query(statements(([name, value]) => `SET ${name} = '${value}'`));
}

export async function resetSession(client: pg.ClientBase): Promise<void> {
	await client.query(statements(([name]) => `RESET ${name}`));
}

function statements(write: (setting: [string, string]) => string): string {
	return Object.entries(settings).map(write).join("; ");
}
