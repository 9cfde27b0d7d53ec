import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

/** Tests of data functions speak to a database; everything else beside the code needs nothing. */
const withDatabase = ["prisma/tests/**/*.test.ts", "lib/**/data.test.ts", "**/*.database.test.ts"];
const elsewhere = ["node_modules/**", ".next/**", ".guildhall/**", "e2e/**"];

export default defineConfig({
	resolve: {
		alias: { "@": root, "server-only": path.join(root, "tests/setup/empty.ts") },
	},
	test: {
		environment: "node",
		setupFiles: ["tests/setup/quiet-console.ts"],
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["**/*.test.{ts,tsx}"],
					exclude: [...elsewhere, ...withDatabase, "tests/http/**"],
				},
			},
			{
				extends: true,
				test: {
					name: "database",
					include: withDatabase,
					exclude: elsewhere,
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: "http",
					// One application and one simulated Discord: a fault made for one file must not meet another.
					fileParallelism: false,
					include: ["tests/http/**/*.test.ts"],
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
