import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "@/scripts/refusal";
import { root, startTool } from "./processes";

/** Everything that ends up in the build; a change in any of it makes the build stale. */
export const buildSources = [
	...["app", "components", "lib", "messages", "styles", "public", "prisma/schema"],
	...["next.config.ts", "tailwind.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"],
	...["proxy.ts", "instrumentation.ts", "instrumentation-client.ts"],
];

const folder = path.join(root, ".next");
const stampFile = path.join(folder, "guildhall-sources");

/** Whether `.next` holds a finished build of exactly these sources. */
export async function isBuilt(): Promise<boolean> {
	const [stamp, finished] = await Promise.all([read(stampFile), read(path.join(folder, "BUILD_ID"))]);
	return finished !== undefined && stamp === (await fingerprint());
}

/**
 * Builds the application.
 * @param env what the build sees; its output does not depend on addresses or secrets
 * @throws Refusal with the end of the compiler's output
 */
export async function build(env: NodeJS.ProcessEnv, heard?: (chunk: string) => void): Promise<void> {
	await rm(stampFile, { force: true });
	const sources = await fingerprint();
	const building = startTool("node_modules/next/dist/bin/next", ["build"], {
		env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
		...(heard ? { heard } : {}),
	});
	const { status, reason } = await building.ended;
	if (status !== 0) throw new Refusal(`The application could not be built (${reason}):\n${building.tail()}`);
	await writeFile(stampFile, sources);
}

async function fingerprint(): Promise<string> {
	const sum = createHash("sha256").update(process.versions.node);
	const files = (await Promise.all(buildSources.map((source) => filesOf(source)))).flat().toSorted();
	for (const file of files)
		sum
			.update(file)
			.update("\0")
			.update(await readFile(path.join(root, file)))
			.update("\0");
	return sum.digest("hex");
}

async function filesOf(source: string): Promise<string[]> {
	const entries = await readdir(path.join(root, source), { recursive: true, withFileTypes: true }).catch(
		() => undefined,
	);
	if (entries === undefined) return (await read(path.join(root, source))) === undefined ? [] : [source];
	return entries
		.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
		.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
		.filter((file) => !file.startsWith("lib/db/generated/"));
}

function read(file: string): Promise<string | undefined> {
	return readFile(file, "utf8").catch(() => undefined);
}
