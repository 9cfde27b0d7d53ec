import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";

export const migrationsFolder = path.resolve(import.meta.dirname, "../../prisma/migrations");

/** The migrations on disk, oldest first, as the schema engine wants them. */
export async function migrationList(folder = migrationsFolder): Promise<MigrationList> {
	const entries = await readdir(folder, { withFileTypes: true });
	const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	return {
		baseDir: folder,
		lockfile: {
			path: "migration_lock.toml",
			content: await readFile(path.join(folder, "migration_lock.toml"), "utf8").catch(() => null),
		},
		shadowDbInitScript: "",
		migrationDirectories: await Promise.all(names.toSorted().map((name) => migrationIn(folder, name))),
	};
}

async function migrationIn(
	folder: string,
	name: string,
): Promise<MigrationList["migrationDirectories"][number]> {
	const file = "migration.sql";
	try {
		const value = await readFile(path.join(folder, name, file), "utf8");
		return { path: name, migrationFile: { path: file, content: { tag: "ok", value } } };
	} catch (error) {
		return { path: name, migrationFile: { path: file, content: { tag: "error", value: String(error) } } };
	}
}

/** One value for the whole set of migrations: changes when any is added or edited. */
export async function migrationsFingerprint(folder = migrationsFolder): Promise<string> {
	const list = await migrationList(folder);
	return createHash("sha256").update(JSON.stringify(list.migrationDirectories)).digest("hex");
}
