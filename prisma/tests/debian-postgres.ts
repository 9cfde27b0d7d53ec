import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/scripts/database/free-port";

const bin = "/usr/lib/postgresql/15/bin";

/** Whether Debian's PostgreSQL 15, the oldest that we support, is on this machine. */
export const postgres15Present = existsSync(path.join(bin, "postgres"));

export type TemporaryServer = { adminUrl: string; stop(): Promise<void> };

/** A PostgreSQL 15 with an empty cluster in a temporary folder; `stop` ends it and removes the folder. */
export async function startPostgres15(): Promise<TemporaryServer> {
	const identity = runAs();
	const folder = await mkdtemp(path.join(tmpdir(), "guildhall-pg15-"));
	if (identity) chownSync(folder, identity.uid, identity.gid);
	const data = path.join(folder, "data");
	const made = spawnSync(
		path.join(bin, "initdb"),
		["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
		{ ...identity, cwd: "/", encoding: "utf8" },
	);
	if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
	const port = await freePort();
	const server = spawn(
		path.join(bin, "postgres"),
		["-D", data, "-p", String(port), "-k", folder, "-c", "fsync=off", "-c", "listen_addresses=127.0.0.1"],
		{ ...identity, cwd: "/", stdio: ["ignore", "ignore", "pipe"] },
	);
	const ended = once(server, "exit");
	await accepting(server.stderr, ended);
	return {
		adminUrl: `postgres://postgres@127.0.0.1:${port}/postgres`,
		async stop() {
			server.kill("SIGINT");
			await ended;
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** PostgreSQL refuses to run as root: then as the user that Debian's package made. */
function runAs(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const number = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
	return { uid: number("-u"), gid: number("-g") };
}

async function accepting(log: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<void> {
	let text = "";
	const ready = new Promise<void>((resolve) => {
		log.on("data", (chunk: Buffer) => {
			text += chunk.toString();
			if (text.includes("ready to accept connections")) resolve();
		});
	});
	await Promise.race([
		ready,
		ended.then(() => {
			throw new Error(`PostgreSQL 15 did not start:\n${text}`);
		}),
	]);
}
