import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Command } from "commander";
import { command } from "./command";
import { benchServer } from "./database/bench";
import { Refusal } from "./refusal";

const folder = path.resolve(import.meta.dirname, "../bench");
const names = await benchNames();

const program = new Command("npm run bench --")
	.description(`Measures: ${names.join(", ")}. Prints one JSON line a figure, with the target it must reach.`)
	.argument(
		"<names...>",
		"what to measure, one after another; then options for the benches, such as --messages 1000000",
	)
	.allowUnknownOption()
	.addHelpText(
		"after",
		`
Databases are made on the server of TEST_DATABASE_ADMIN_URL, or on an embedded one under .guildhall/bench, and dropped;
those of npm run bench:seed, which analytics, lists, search and others read, stay.
A bench measures; it fails only when it cannot. Exit status: 0 measured, 1 failed, 2 there is no such bench.`,
	)
	.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
	.parse();

await command(async (closing) => {
	// A name has neither a dash in front nor a file's dot or slash.
	const split = program.args.findIndex((word) => !/^\w+$/.test(word));
	const chosen = split < 0 ? program.args : program.args.slice(0, split);
	const unknown = chosen.find((name) => !names.includes(name));
	if (unknown !== undefined || chosen.length === 0) {
		console.error(`There is no bench "${unknown ?? ""}"; there are: ${names.join(", ")}.`);
		return 2;
	}
	for (const name of chosen) {
		const bench: unknown = await import(pathToFileURL(path.join(folder, `${name}.ts`)).href);
		if (!bringsServer(bench)) process.env.TEST_DATABASE_ADMIN_URL ??= await benchServer(closing);
		await runner(bench, name)(program.args.slice(chosen.length));
	}
	return 0;
});

/** Benches are the top-level modules of `bench/`; what they share is in folders. */
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

/** One that stops and starts the server itself says so with `bringsServer`. */
function bringsServer(bench: unknown): boolean {
	return typeof bench === "object" && bench !== null && "bringsServer" in bench;
}
