import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const lock = z.object({
	packages: z.record(
		z.string(),
		z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) }),
	),
});

/** Where Node would look for `name` from the package at `from`, nearest first. */
function candidates(from: string, name: string): string[] {
	const places = [`${from === "" ? "" : `${from}/`}node_modules/${name}`];
	for (let at = from; at !== ""; ) {
		at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1));
		places.push(`${at === "" ? "" : `${at}/`}node_modules/${name}`);
	}
	return places;
}

// A registry that mirrors one platform only leaves the others out of the lock file, and then `npm ci` refuses it.
test("package-lock.json names the packages of every platform", async () => {
	const text = await readFile(path.resolve(import.meta.dirname, "../package-lock.json"), "utf8");
	const { packages } = lock.parse(JSON.parse(text));
	const missing = Object.entries(packages).flatMap(([from, { optionalDependencies }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !candidates(from, name).some((place) => place in packages),
		),
	);
	expect(missing).toEqual([]);
});
