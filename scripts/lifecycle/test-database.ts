import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { embeddedUrl, startEmbedded } from "@/scripts/database/embedded";
import { migrate } from "@/scripts/database/migrate";
import { migrationsFingerprint } from "@/scripts/database/migrations";
import { ensureDatabase, home } from "@/scripts/database/open";
import { connected, ensureRoles, type RoleUrls } from "@/scripts/database/roles";
import { keptSecrets } from "@/scripts/database/secrets";
import type { Closing } from "./closing";
import { fillWhenEmpty } from "./demo";
import { root } from "./processes";

/** The tests' own server, apart from the one that `npm start` uses. */
export const testHome = path.join(home, "test");

const APP = "guildhall_app";
const DRAFT = "guildhall_demo_draft";

export type TestServer = {
	/** The administrator's address of the server, on its database `postgres`. */
	adminUrl: string;
	at(database: string): Promise<string>;
	roles(database: string): Promise<RoleUrls>;
};

/** Starts the tests' server: nothing in it survives a crash, which makes it quick. */
export async function startTestServer(closing: Closing): Promise<TestServer> {
	const server = await startEmbedded(testHome, "scratch");
	closing.add("The tests' database", server.stop);
	const at = (database: string) => embeddedUrl(testHome, server.port, database);
	const { rolePasswords } = await keptSecrets(testHome);
	await ensureDatabase(await at("postgres"), APP);
	await ensureRoles(await at(APP), rolePasswords);
	return {
		adminUrl: await at("postgres"),
		at,
		roles: async (database) => ensureRoles(await at(database), rolePasswords),
	};
}

/**
 * A fresh database with the demo in it, copied from a template that is kept until a migration or the demo changes.
 * @returns its addresses, one per role
 */
export async function freshDemo(server: TestServer): Promise<RoleUrls> {
	const template = `guildhall_demo_${await demoFingerprint()}`;
	await connected(server.adminUrl, async (admin) => {
		const { rows } = await admin.query<{ datname: string }>(
			"SELECT datname FROM pg_database WHERE datname LIKE 'guildhall\\_demo\\_%'",
		);
		for (const { datname } of rows.filter((row) => row.datname !== template)) await drop(admin, datname);
		if (!rows.some((row) => row.datname === template)) await makeTemplate(server, admin, template);
		await drop(admin, APP);
		await admin.query(`CREATE DATABASE ${APP} TEMPLATE ${template} STRATEGY file_copy OWNER guildhall_owner`);
	});
	return server.roles(APP);
}

/** Under another name until it is complete, so that a half-loaded one is never taken for the demo. */
async function makeTemplate(server: TestServer, admin: pg.Client, name: string): Promise<void> {
	await admin.query(`CREATE DATABASE ${DRAFT}`);
	const urls = await server.roles(DRAFT);
	await migrate(urls.guildhall_owner, () => undefined);
	await fillWhenEmpty(urls);
	await admin.query(`ALTER DATABASE ${DRAFT} RENAME TO ${name}`);
}

async function drop(admin: pg.Client, name: string): Promise<void> {
	await admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}

/** The demo's history ends today, so yesterday's is another one. */
async function demoFingerprint(): Promise<string> {
	const folder = path.join(root, "prisma/seed");
	const sum = createHash("sha256").update(await migrationsFingerprint());
	sum.update(new Date().toDateString());
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));
	for (const file of files.toSorted()) sum.update(await readFile(file));
	return sum.digest("hex").slice(0, 16);
}
