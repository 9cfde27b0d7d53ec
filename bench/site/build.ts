import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { benchHome } from "@/scripts/database/bench";
import { buildSources } from "@/scripts/lifecycle/build";
import { root, startTool } from "@/scripts/lifecycle/processes";
import { Refusal } from "@/scripts/refusal";

/** The bench's own copy of the application; the modules are found in the folders above it. */
export const siteFolder = path.join(benchHome, "site");
const stampFile = path.join(siteFolder, "bench-sources");
const probes = path.join(root, "bench/site/probes");

/** What is copied: what a build is made of, and what the configuration reads. */
const copied = [...buildSources, "lib/db/generated", "prisma/migrations", "package.json"];

/**
 * Builds a copy of the application that has two things more: an empty route handler, and transactions that answer from
 * memory when a request asks for it. Nothing of either is in the product.
 * @throws Refusal with the end of the compiler's output
 */
export async function buildSite(env: NodeJS.ProcessEnv): Promise<void> {
	const wanted = await fingerprint();
	if ((await read(stampFile)) === wanted) return;
	console.error("Building the application for the bench …");
	await rm(siteFolder, { recursive: true, force: true });
	await mkdir(siteFolder, { recursive: true });
	for (const source of copied) {
		await cp(path.join(root, source), path.join(siteFolder, source), {
			recursive: true,
			filter: (file) => !/\.test\.tsx?$/.test(file),
		}).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== "ENOENT") throw error;
		});
	}
	await addProbes();
	const building = startTool("node_modules/next/dist/bin/next", ["build"], {
		env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
		cwd: siteFolder,
	});
	const { status, reason } = await building.ended;
	if (status !== 0) throw new Refusal(`The bench's copy could not be built (${reason}):\n${building.tail()}`);
	await writeFile(stampFile, wanted);
}

async function addProbes(): Promise<void> {
	await cp(path.join(probes, "empty-route.ts"), path.join(siteFolder, "app/api/bench/route.ts"));
	await cp(
		path.join(probes, "constant-transaction.ts"),
		path.join(siteFolder, "lib/db/constant-transaction.ts"),
	);
	const scope = path.join(siteFolder, "lib/auth/scope.ts");
	const text = await readFile(scope, "utf8");
	const swapped = text.replace('"@/lib/db/transaction"', '"@/lib/db/constant-transaction"');
	if (swapped === text)
		throw new Refusal("lib/auth/scope.ts no longer imports lib/db/transaction: mend bench/site.");
	await writeFile(
		scope,
		swapped.replace("type Handle, ", "").concat('\nimport type { Handle } from "@/lib/db/transaction";\n'),
	);
}

async function fingerprint(): Promise<string> {
	const sum = createHash("sha256").update(process.versions.node);
	const files = await Promise.all([...copied, "bench/site"].map(filesOf));
	for (const file of files.flat().toSorted()) sum.update(file).update(await readFile(path.join(root, file)));
	return sum.digest("hex");
}

async function filesOf(source: string): Promise<string[]> {
	const entries = await readdir(path.join(root, source), { recursive: true, withFileTypes: true }).catch(
		() => undefined,
	);
	if (entries === undefined) return (await read(path.join(root, source))) === undefined ? [] : [source];
	const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
	return files.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

function read(file: string): Promise<string | undefined> {
	return readFile(file, "utf8").catch(() => undefined);
}
