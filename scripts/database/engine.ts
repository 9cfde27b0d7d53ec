import { readFile } from "node:fs/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import {
	bindMigrationAwareSqlAdapterFactory,
	DriverAdapterError,
	type SqlDriverAdapter,
	type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

export type SchemaEngine = glue.SchemaEngine;

let loaded: Promise<void> | undefined;

/**
 * Runs `work` with Prisma's own schema engine (its WebAssembly build, which needs no download) on the database of `url`,
 * so that `prisma migrate` and we write the same rows into `_prisma_migrations`.
 */
export async function withSchemaEngine<T>(
	url: string,
	work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
	const opened: pg.Pool[] = [];
	const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(url, opened));
	loaded ??= load();
	await loaded;
	const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
	try {
		return await work(engine);
	} finally {
		engine.free();
		await Promise.all(opened.map((pool) => pool.end()));
	}
}

/** What the package's own entry does, which leans on a bundler's way of importing WebAssembly. */
async function load(): Promise<void> {
	const file = new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm"));
	const { instance } = await WebAssembly.instantiate(await readFile(file), {
		"./schema_engine_bg.js": { ...glue },
	});
	glue.__wbg_set_wasm(instance.exports);
	const { __wbindgen_start: begin } = instance.exports;
	if (typeof begin === "function") begin();
}

/**
 * The adapter cuts a script at every semicolon, which breaks function bodies. Ours sends a script as it is, in one
 * message, as the native engine does: PostgreSQL then runs it in one transaction.
 */
function wholeScripts(url: string, opened: pg.Pool[]): SqlMigrationAwareDriverAdapterFactory {
	const connect = async (): Promise<SqlDriverAdapter> => {
		const pool = new pg.Pool({ connectionString: url, max: 1, application_name: "guildhall-migrate" });
		pool.on("error", () => undefined);
		opened.push(pool);
		const adapter = await new PrismaPg(pool).connect();
		adapter.executeScript = async (script) => {
			await pool.query(script).catch((error: unknown) => {
				throw error instanceof pg.DatabaseError ? placed(error, script) : error;
			});
		};
		return adapter;
	};
	const refuse = () => Promise.reject(new Error("migrating needs no shadow database"));
	return { provider: "postgres", adapterName: "guildhall-pg", connect, connectToShadowDb: refuse };
}

/** The database's error in the engine's form, with the line of the script that it points at. */
function placed(error: pg.DatabaseError, script: string): DriverAdapterError {
	const line =
		error.position === undefined ? undefined : script.slice(0, Number(error.position)).split("\n").length;
	const message = line === undefined ? error.message : `${error.message} (line ${line} of migration.sql)`;
	return new DriverAdapterError({
		kind: "postgres",
		code: error.code ?? "XX000",
		originalCode: error.code ?? "XX000",
		severity: error.severity ?? "ERROR",
		message,
		originalMessage: message,
		detail: error.detail,
		column: error.column,
		hint: error.hint,
	});
}
