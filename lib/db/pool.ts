import "server-only";
import pg from "pg";
import { env } from "@/lib/env";
import { readers } from "./readers";

type Role = "web" | "auth";

declare global {
	/** Outlives the modules that development reloads. */
	var guildhallPools: Partial<Record<Role, pg.Pool>> | undefined;
}

/** The connection pool of one database role; one per process, kept across reloads in development. */
export function pool(role: Role): pg.Pool {
	globalThis.guildhallPools ??= {};
	globalThis.guildhallPools[role] ??= open(role);
	return globalThis.guildhallPools[role];
}

function open(role: Role): pg.Pool {
	const settings = env();
	const created = new pg.Pool({
		connectionString: role === "web" ? settings.DATABASE_WEB_URL : settings.DATABASE_AUTH_URL,
		max:
			role === "web" ? settings.DATABASE_POOL_SIZE : Math.max(2, Math.ceil(settings.DATABASE_POOL_SIZE / 3)),
		application_name: `guildhall-${role}`,
		// Queries that need not wait for each other share a trip to the server: BEGIN and the first one do.
		pipeline: role === "web",
		connectionTimeoutMillis: 5_000,
		idleTimeoutMillis: 30_000,
		statement_timeout: 15_000,
		idle_in_transaction_session_timeout: 20_000,
		types: readers,
	});
	// An idle connection that the server closes must not end the process; the next checkout opens a new one.
	created.on("error", () => undefined);
	return created;
}
