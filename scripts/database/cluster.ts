import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Refusal } from "@/scripts/refusal";
import type { Placement } from "./binaries";
import { isAlive } from "./lock";

/**
 * Makes the data folder with an administrator `postgres` if it is empty; a folder left half-made is made again.
 * Text is sorted and folded by PostgreSQL's own C.UTF-8, so that every machine answers alike.
 * @throws Refusal with initdb's own words, or when the folder was made by another major version.
 */
export async function ensureCluster(placement: Placement, password: string): Promise<void> {
	const made = await readFile(path.join(placement.dataFolder, "PG_VERSION"), "utf8").catch(() => undefined);
	if (made !== undefined) return refuseOtherVersion(placement, made.trim());
	for (const leftover of await readdir(placement.dataFolder).catch(() => [])) {
		await rm(path.join(placement.dataFolder, leftover), { recursive: true, force: true });
	}
	const passwordFile = path.join(tmpdir(), `guildhall-${randomBytes(8).toString("hex")}`);
	await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
	try {
		if (placement.identity) await chown(passwordFile, placement.identity.uid, placement.identity.gid);
		initialise(placement, passwordFile);
	} finally {
		await rm(passwordFile, { force: true });
	}
}

function initialise(placement: Placement, passwordFile: string): void {
	const characters = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
	const { status, stderr, error } = spawnSync(
		path.join(placement.bin, "initdb"),
		[
			`--pgdata=${placement.dataFolder}`,
			"--username=postgres",
			`--pwfile=${passwordFile}`,
			"--auth=scram-sha-256",
			"--encoding=UTF8",
			"--locale-provider=builtin",
			"--builtin-locale=C.UTF-8",
			`--locale=${characters}`,
			"--lc-messages=C",
			"--no-instructions",
			"--no-sync",
		],
		{ ...placement.identity, cwd: "/", encoding: "utf8" },
	);
	if (status !== 0)
		throw new Refusal(`The embedded database could not be created:\n${(error?.message ?? stderr).trim()}`);
}

/**
 * Clears what an earlier run left: stops a server that outlived its Guildhall and removes a lock file whose process is
 * gone. Answers a sentence about what was done, if anything.
 */
export async function clearLeftovers(placement: Placement): Promise<string | undefined> {
	const lockFile = path.join(placement.dataFolder, "postmaster.pid");
	const text = await readFile(lockFile, "utf8").catch(() => undefined);
	if (text === undefined) return undefined;
	const pid = Number.parseInt(text, 10);
	if (!(pid > 0 && (await isAlive(pid, placement.dataFolder)))) {
		await rm(lockFile, { force: true });
		return "an earlier run did not end cleanly; its lock was removed";
	}
	const { status, stderr } = spawnSync(
		path.join(placement.bin, "pg_ctl"),
		["stop", "-D", placement.dataFolder, "-m", "fast", "-w", "-t", "30"],
		{ ...placement.identity, cwd: "/", encoding: "utf8" },
	);
	if (status === 0) return "a database server left over by an earlier run was stopped";
	throw new Refusal(
		`A PostgreSQL server (process ${pid}) is still using ${placement.dataFolder} and cannot be stopped: ${stderr.trim()}\n` +
			`Stop it yourself (kill -INT ${pid}) and try again.`,
	);
}

function refuseOtherVersion(placement: Placement, made: string): void {
	const { stdout } = spawnSync(path.join(placement.bin, "postgres"), ["--version"], { encoding: "utf8" });
	const ours = /\d+/.exec(stdout)?.[0];
	if (ours === undefined || ours === made) return;
	throw new Refusal(
		`${placement.dataFolder} was made by PostgreSQL ${made}, and this is PostgreSQL ${ours}.\n` +
			"Dump it with the older version first, or delete the folder to start with an empty database.",
	);
}
