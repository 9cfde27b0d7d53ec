import { readFile } from "node:fs/promises";
import type pg from "pg";

/** Seconds of processor time: what a busy machine changes little, unlike the clock. */
export type ProcessorTime = {
	here: number;
	/** The database's process behind one connection; undefined where it cannot be seen: elsewhere than on Linux, or on another machine. */
	database: number | undefined;
};

/** Runs `work` and answers the processor time it took here and in the connection's own database process. */
export async function processorTime(
	client: pg.ClientBase,
	work: () => Promise<unknown>,
): Promise<ProcessorTime> {
	const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
	const pid = rows[0]?.pid ?? 0;
	const before = await databaseSeconds(pid);
	const begun = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(begun);
	const after = await databaseSeconds(pid);
	const database = before === undefined || after === undefined ? undefined : after - before;
	return { here: (user + system) / 1e6, database };
}

/** Linux: the first number of `schedstat` is the time on a processor, in nanoseconds. */
async function databaseSeconds(pid: number): Promise<number | undefined> {
	const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
	if (!name.startsWith("postgres")) return undefined;
	const text = await readFile(`/proc/${pid}/schedstat`, "utf8").catch(() => "");
	const nanoseconds = Number(text.split(" ")[0]);
	return nanoseconds > 0 ? nanoseconds / 1e9 : undefined;
}
