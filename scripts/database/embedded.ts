import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "@/scripts/refusal";
import { type Placement, place } from "./binaries";
import { clearLeftovers, ensureCluster } from "./cluster";
import { freePort, isFree } from "./free-port";
import { notePort, releaseLock, takeLock } from "./lock";
import { keptSecrets } from "./secrets";
import { type Durability, serverArguments } from "./settings";

const START_MS = 60_000;
const STOP_MS = 20_000;

export type EmbeddedServer = {
	port: number;
	/** Sentences worth showing: where the data went, what was cleaned up. */
	notes: string[];
	/** Settles when the server ends, whoever ended it, with the last lines of its log. */
	ended: Promise<string>;
	/** Ends it cleanly: clients are cut off, data is written, the lock is given back. Never throws. */
	stop(): Promise<void>;
};

/**
 * Starts PostgreSQL with everything it keeps under `home` (see `place` for the one exception), on a port of its own
 * that is remembered between runs. The log goes to `<home>/postgres.log`.
 * @throws Refusal when another process runs it already, or it does not come up.
 */
export async function startEmbedded(
	home: string,
	durability: Durability = "durable",
): Promise<EmbeddedServer> {
	const placement = await place(home);
	const other = await takeLock(home);
	if (other) {
		throw new Refusal(
			`Guildhall runs from this folder already (process ${other.pid}): its database in ${home} can be open once.\n` +
				`Stop the other one first (Ctrl-C in its terminal, or kill ${other.pid}), or set DATABASE_URL to another database.`,
		);
	}
	try {
		return await launch(home, placement, durability);
	} catch (error) {
		await releaseLock(home);
		throw error;
	}
}

/** The administrator's address of the embedded server of `home`. */
export async function embeddedUrl(home: string, port: number, database: string): Promise<string> {
	const { adminPassword } = await keptSecrets(home);
	return `postgresql://postgres:${encodeURIComponent(adminPassword)}@127.0.0.1:${port}/${database}`;
}

async function launch(home: string, placement: Placement, durability: Durability): Promise<EmbeddedServer> {
	const { adminPassword } = await keptSecrets(home);
	const cleaned = await clearLeftovers(placement);
	await ensureCluster(placement, adminPassword);
	const port = await ownPort(home);
	const child = spawn(
		path.join(placement.bin, "postgres"),
		["-D", placement.dataFolder, ...serverArguments(port, durability)],
		{ ...placement.identity, cwd: "/", stdio: ["ignore", "ignore", "pipe"] },
	);
	const endWithUs = () => child.kill("SIGINT");
	process.once("exit", endWithUs);
	const log = watchLog(child, path.join(home, "postgres.log"));
	const ended = new Promise<string>((resolve) => {
		child.once("error", (error) => resolve(error.message));
		child.once("close", () => resolve(log.tail()));
	});
	void ended.then(() => {
		process.off("exit", endWithUs);
	});
	await ready(log.listening, ended, child);
	await notePort(home, port);
	const stop = async () => {
		await end(child, ended);
		await releaseLock(home);
	};
	return { port, notes: [placement.note, cleaned].filter((note) => note !== undefined), ended, stop };
}

async function ready(listening: Promise<void>, ended: Promise<string>, child: ChildProcess): Promise<void> {
	const timer = AbortSignal.timeout(START_MS);
	const late = new Promise<string>((resolve) => {
		timer.addEventListener("abort", () => resolve(`it did not answer within ${START_MS / 1000} seconds`));
	});
	const failure = await Promise.race([listening, ended, late]);
	if (failure === undefined) return;
	child.kill("SIGQUIT");
	throw new Refusal(`The embedded database did not start:\n${failure}`);
}

async function end(child: ChildProcess, ended: Promise<string>): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill("SIGINT");
	const timer = setTimeout(() => child.kill("SIGQUIT"), STOP_MS);
	await ended;
	clearTimeout(timer);
}

/** Copies the server's stderr to a file, keeps its last lines, and tells when connections are accepted. */
function watchLog(child: ChildProcess, file: string): { listening: Promise<void>; tail(): string } {
	const sink = createWriteStream(file, { mode: 0o600 });
	const lines: string[] = [];
	const listening = new Promise<void>((resolve) => {
		child.stderr?.on("data", (chunk: Buffer) => {
			sink.write(chunk);
			const text = chunk.toString("utf8");
			lines.push(...text.split("\n").filter(Boolean));
			lines.splice(0, lines.length - 12);
			if (text.includes("ready to accept connections")) resolve();
		});
	});
	child.once("close", () => sink.end());
	return { listening, tail: () => lines.join("\n") };
}

async function ownPort(home: string): Promise<number> {
	const file = path.join(home, "port");
	const remembered = Number(await readFile(file, "utf8").catch(() => "0"));
	if (remembered > 0 && (await isFree(remembered))) return remembered;
	const port = await freePort();
	await writeFile(file, `${port}\n`);
	return port;
}
