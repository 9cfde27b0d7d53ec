import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Closing } from "./closing";
import { type Counts, playwrightCounts, settled, vitestCounts } from "./counts";
import { startTool } from "./processes";

/** The parts of `npm test`, in the order in which they run. */
export const parts = ["unit", "database", "http", "browser"] as const;

export type Part = (typeof parts)[number];

/**
 * Runs one part, shows its output as it comes, and answers its counts from its JSON report.
 * @param variables what the tests find their database and application by
 * @param filters parts of file names; none runs all files
 */
export async function runPart(
	part: Part,
	variables: Record<string, string>,
	filters: string[],
	closing: Closing,
): Promise<Counts> {
	const folder = await mkdtemp(path.join(tmpdir(), "guildhall-test-"));
	const report = path.join(folder, "report.json");
	const { tool, args, env, count } = part === "browser" ? browser(report) : vitest(part, report);
	const running = startTool(tool, [...args, ...filters], {
		env: {
			...process.env,
			...variables,
			...env,
			...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1", FORCE_COLOR: undefined }),
		},
		heard: (chunk) => process.stdout.write(chunk),
	});
	closing.add(`The ${part} tests`, running.stop);
	const { status } = await running.ended;
	const counts = await readFile(report, "utf8").then(
		(text) => count(JSON.parse(text)),
		() => undefined,
	);
	await rm(folder, { recursive: true, force: true });
	return settled(counts, status);
}

function vitest(part: Part, report: string) {
	const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
	return {
		tool: "node_modules/vitest/vitest.mjs",
		args: ["run", "--project", part, "--passWithNoTests", ...reporters],
		env: {},
		count: vitestCounts,
	};
}

function browser(report: string) {
	return {
		tool: "node_modules/@playwright/test/cli.js",
		args: ["test", "--pass-with-no-tests", "--reporter=dot,json"],
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
		count: playwrightCounts,
	};
}
