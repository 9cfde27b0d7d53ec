import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/** Who keeps the embedded server of a state folder running, and where it listens. */
const holder = z.object({ pid: z.number().int(), port: z.number().int().optional() });

export type Holder = z.infer<typeof holder>;

const fileIn = (home: string) => path.join(home, "server.lock");

/** The living process that holds the lock of `home`, or undefined; a lock left by a dead one is removed. */
export async function lockHolder(home: string): Promise<Holder | undefined> {
	const text = await readFile(fileIn(home), "utf8").catch(() => undefined);
	if (text === undefined) return undefined;
	const held = holder.safeParse(parse(text));
	if (held.success && held.data.pid !== process.pid && (await isAlive(held.data.pid, "node")))
		return held.data;
	await rm(fileIn(home), { force: true });
	return undefined;
}

/** Takes the lock of `home`; answers the process that was quicker, if one was. */
export async function takeLock(home: string): Promise<Holder | undefined> {
	const other = await lockHolder(home);
	if (other) return other;
	try {
		await writeFile(fileIn(home), JSON.stringify({ pid: process.pid } satisfies Holder), { flag: "wx" });
		return undefined;
	} catch {
		return (await lockHolder(home)) ?? takeLock(home);
	}
}

/** Notes in our own lock where the server listens, so that other commands find it. */
export async function notePort(home: string, port: number): Promise<void> {
	await writeFile(fileIn(home), JSON.stringify({ pid: process.pid, port } satisfies Holder));
}

export async function releaseLock(home: string): Promise<void> {
	await rm(fileIn(home), { force: true });
}

/**
 * Whether process `pid` runs and, where the system tells, has `word` in its command line: numbers are given out again
 * after a restart, in a container almost at once.
 */
export async function isAlive(pid: number, word: string): Promise<boolean> {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
	}
	const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
	return commandLine === undefined || commandLine.includes(word);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
