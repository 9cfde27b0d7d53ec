import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gates } from "./gates";
import { root } from "./processes";

/** A violation to plant, and the word with which its gate must complain. */
type Planting = { gate: string; file: string; text: string; complaint: string };

const left = new Set(["node_modules", ".next", ".guildhall", ".git", "test-results"]);

export const plantings: Planting[] = [
	{
		gate: "Biome",
		file: "lib/planted-any.ts",
		text: "export const a: any = 1;\n",
		complaint: "noExplicitAny",
	},
	{ gate: "Biome", file: "lib/planted-console.ts", text: 'console.log("a");\n', complaint: "noConsole" },
	{
		gate: "Biome",
		file: "lib/planted-env.ts",
		text: "export const a = process.env.NODE_ENV;\n",
		complaint: "noProcessEnv",
	},
	{
		gate: "Biome",
		file: "lib/planted-promise.ts",
		text: "async function a() {}\nexport function b() {\n\ta();\n}\n",
		complaint: "noFloatingPromises",
	},
	{
		gate: "Biome",
		file: "lib/planted-format.ts",
		text: "export const a   = 1\n",
		complaint: "planted-format.ts format",
	},
	{
		gate: "TypeScript",
		file: "lib/planted-index.ts",
		text: "const a: string[] = [];\nexport const b: string = a[0];\n",
		complaint: "lib/planted-index.ts(2,14): error TS2322",
	},
	{
		gate: "TypeScript",
		file: "lib/planted-optional.ts",
		text: "export const a: { b?: string } = { b: undefined };\n",
		complaint: "lib/planted-optional.ts(1,14): error TS2375",
	},
	{
		gate: "Imports",
		file: "lib/planted-react.ts",
		text: 'import "@/components/ui/button";\n',
		complaint: "lib-is-not-react",
	},
	{
		gate: "Imports",
		file: "components/planted/app.ts",
		text: 'import "@/app/layout";\n',
		complaint: "nobody-imports-app",
	},
	{
		gate: "Imports",
		file: "components/planted/db.ts",
		text: 'import "@/lib/db/pool";\n',
		complaint: "one-door-to-the-database",
	},
	{
		gate: "Imports",
		file: "lib/planted/data.ts",
		text: 'import "pg";\n',
		complaint: "no-driver-outside-the-door",
	},
	{
		gate: "Imports",
		file: "lib/planted/schema.ts",
		text: 'import "pino";\n',
		complaint: "schemas-stay-light",
	},
	{
		gate: "Imports",
		file: "components/planted/scope.ts",
		text: 'import "@/lib/auth/scope";\n',
		complaint: "components-hold-no-scope",
	},
	{
		gate: "Imports",
		file: "components/planted/data.ts",
		text: 'import "@/lib/planted/data";\n',
		complaint: "components-know-no-server-code",
	},
	{
		gate: "Imports",
		file: "components/planted/other.ts",
		text: 'import "@/components/strange/a";\n',
		complaint: "domains-are-strangers",
	},
	{
		gate: "Imports",
		file: "components/strange/a.ts",
		text: 'import "@/components/strange/b";\n',
		complaint: "no-circular",
	},
	{
		gate: "Imports",
		file: "components/strange/b.ts",
		text: 'import "@/components/strange/a";\n',
		complaint: "no-circular",
	},
	{
		gate: "Imports",
		file: "components/ui/planted.ts",
		text: 'import "@/components/strange/a";\n',
		complaint: "primitives-know-no-domain",
	},
	{
		gate: "Imports",
		file: "lib/planted-sim.ts",
		text: 'import "@/simulator/server";\n',
		complaint: "the-site-runs-without-the-simulator",
	},
	{
		gate: "Imports",
		file: "bot/planted-simulator.ts",
		text: 'import "@/simulator/server";\n',
		complaint: "the-worker-is-no-site",
	},
	{
		gate: "Imports",
		file: "bot/planted-driver.ts",
		text: 'import "pg";\n',
		complaint: "one-door-of-the-worker",
	},
	{
		gate: "Imports",
		file: "lib/planted-missing.ts",
		text: 'import "@/lib/nowhere";\n',
		complaint: "resolvable",
	},
	{
		gate: "Imports",
		file: "lib/planted-test.ts",
		text: 'import "@/tests/setup/empty";\n',
		complaint: "production-code-needs-no-tests",
	},
	{
		gate: "Unused code",
		file: "lib/planted-unused.ts",
		text: "export const a = 1;\n",
		complaint: "lib/planted-unused.ts",
	},
];

/**
 * Plants every violation in a temporary copy of the tree and runs the gates there.
 * @returns one sentence for each violation that went unnoticed
 */
export async function unnoticed(heard: (gate: string) => void): Promise<string[]> {
	const folder = await mkdtemp(path.join(tmpdir(), "guildhall-planted-"));
	try {
		await cp(root, folder, { recursive: true, filter: (source) => !left.has(path.relative(root, source)) });
		await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"));
		for (const { file, text } of plantings) {
			await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
			await writeFile(path.join(folder, file), text);
		}
		const missed: string[] = [];
		for (const gate of gates) {
			const { passed, output } = await gate.run(folder);
			const mine = plantings.filter((planting) => planting.gate === gate.name);
			const silent = mine.filter(({ complaint }) => passed || !output.includes(complaint));
			missed.push(
				...silent.map(({ file, complaint }) => `${gate.name} did not say "${complaint}" about ${file}`),
			);
			heard(`${gate.name}: ${mine.length - silent.length} of ${mine.length} noticed`);
		}
		return missed;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
