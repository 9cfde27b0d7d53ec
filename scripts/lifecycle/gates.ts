import path from "node:path";
import { startTool } from "./processes";

export type Verdict = { passed: boolean; output: string };

export type Gate = {
	name: string;
	/** Runs it on the tree in `folder`. */
	run(folder: string): Promise<Verdict>;
};

const CRUISED = [
	"app",
	"components",
	"lib",
	"bot",
	"simulator",
	"scripts",
	"prisma",
	"tests",
	"e2e",
	"bench",
];

/** The gates of `npm run check`, the quickest to tell first. */
export const gates: Gate[] = [
	{
		name: "Biome",
		run: (folder) =>
			tool(folder, "@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "--max-diagnostics=none"]),
	},
	{ name: "TypeScript", run: typecheck },
	{ name: "Imports", run: cruise },
	{
		name: "Unused code",
		run: (folder) => tool(folder, "knip/bin/knip.js", ["--no-progress", "--no-config-hints"]),
	},
];

async function tool(folder: string, file: string, args: string[]): Promise<Verdict> {
	let output = "";
	const running = startTool(path.join("node_modules", file), args, {
		cwd: folder,
		env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, NEXT_TELEMETRY_DISABLED: "1" },
		heard: (chunk) => {
			output += chunk;
		},
	});
	const { status } = await running.ended;
	return { passed: status === 0, output: output.trim() };
}

/** Next's types of the routes first: `PageProps` and its like are made from the file tree. */
async function typecheck(folder: string): Promise<Verdict> {
	const made = await tool(folder, "next/dist/bin/next", ["typegen"]);
	return made.passed ? tool(folder, "typescript/bin/tsc", ["--noEmit"]) : made;
}

/** dependency-cruiser is content with nothing to read, for instance when it does not understand the compiler. */
async function cruise(folder: string): Promise<Verdict> {
	const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "err-long", ...CRUISED];
	const { passed, output } = await tool(folder, "dependency-cruiser/bin/dependency-cruise.mjs", args);
	const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
	if (modules > 0) return { passed, output };
	return { passed: false, output: `${output}\nno module was read: the import rules were not checked` };
}
