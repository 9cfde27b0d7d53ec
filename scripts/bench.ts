import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Command } from "commander";
import { command } from "./command";
import { embeddedUrl, startEmbedded } from "./database/embedded";
import { home } from "./database/open";
import type { Closing } from "./lifecycle/closing";
import { Refusal } from "./refusal";

const folder = path.resolve(import.meta.dirname, "../bench");
const names = await benchNames();

const program = new Command("npm run bench --")
	.description(`Measures: ${names.join(", ")}. Prints one JSON line a figure, with the target it must reach.`)
	.argument("<name>", "what to measure")
	.argument("[options...]", "for the bench itself, such as --messages 1000000")
	.allowUnknownOption()
	.addHelpText(
		"after",
		`
Databases are made on the server of TEST_DATABASE_ADMIN_URL, or on an embedded one under .guildhall/bench, and dropped.
A bench measures; it fails only when it cannot. Exit status: 0 measured, 1 failed, 2 there is no such bench.`,
	)
	.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
	.parse();

await command(async (closing) => {
	const [name = "", ...options] = program.args;
	if (!names.includes(name)) {
		console.error(`There is no bench "${name}"; there are: ${names.join(", ")}.`);
		return 2;
	}
	const bench: unknown = await import(pathToFileURL(path.join(folder, `${name}.ts`)).href);
	if (!bringsServer(bench)) await ensureServer(closing);
	await runner(bench, name)(options);
	return 0;
});

/** Benches are the modules of `bench/` that stand for themselves; what they share is in folders. */
async function benchNames(): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const modules = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"));
	return modules.map((entry) => entry.name.slice(0, -".ts".length));
}

/** A bench exports `run`, which is given what follows its name on the command line. */
function runner(bench: unknown, name: string): (options: string[]) => Promise<void> {
	if (typeof bench === "object" && bench && "run" in bench && typeof bench.run === "function") {
		const { run } = bench;
		return async (options) => {
			await run(options);
		};
	}
	throw new Refusal(`bench/${name}.ts does not export run(options)`);
}

/** One that ends and starts the server itself says so with `bringsServer`. */
function bringsServer(bench: unknown): boolean {
	return typeof bench === "object" && bench !== null && "bringsServer" in bench;
}

async function ensureServer(closing: Closing): Promise<void> {
	if (process.env.TEST_DATABASE_ADMIN_URL) return;
	const place = path.join(home, "bench");
	const server = await startEmbedded(place);
	closing.add("The database", server.stop);
	process.env.TEST_DATABASE_ADMIN_URL = await embeddedUrl(place, server.port, "postgres");
}
