import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { migrate } from "@/scripts/database/migrate";
import { connected, roleVariables, urlFor } from "@/scripts/database/roles";
import { type RoleName, roleNames } from "@/scripts/database/secrets";

/** Any constant of our own: parallel test workers meet here to build the template once. */
const TEMPLATE_LOCK = 4_919_207_312;
const prismaFolder = path.resolve(import.meta.dirname, "..");

export type TestDatabase = {
	/** The administrator's address of this database, for what no role of the product may do. */
	adminUrl: string;
	/** One address per role; the tests act as these roles, logged in, never as the administrator. */
	urls: Record<RoleName, string>;
	/** A pool of the role, made on first use. */
	pool(role: RoleName, size?: number): pg.Pool;
	/** Closes the pools and drops the database. */
	drop(): Promise<void>;
};

/**
 * A fresh, migrated and empty database on the server of `TEST_DATABASE_ADMIN_URL`, copied from a template that is
 * migrated once per state of `prisma/migrations`.
 */
export async function testDatabase(): Promise<TestDatabase> {
	const serverUrl = adminUrl();
	const template = await migratedTemplate(serverUrl);
	const name = `guildhall_test_${randomBytes(6).toString("hex")}`;
	await connected(serverUrl, (admin) =>
		admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER guildhall_owner`),
	);
	const url = databaseUrl(serverUrl, name);
	await bootstrap(url);
	return opened(serverUrl, name, roleUrls(url));
}

function opened(serverUrl: string, name: string, urls: Record<RoleName, string>): TestDatabase {
	const pools = new Map<RoleName, pg.Pool>();
	return {
		adminUrl: databaseUrl(serverUrl, name),
		urls,
		pool(role, size = 4) {
			const known = pools.get(role);
			if (known) return known;
			const made = new pg.Pool({ connectionString: urls[role], max: size });
			// Dropping the database cuts off connections that are still saying goodbye.
			made.on("error", () => undefined);
			pools.set(role, made);
			return made;
		},
		async drop() {
			await Promise.all([...pools.values()].map((pool) => pool.end()));
			await connected(serverUrl, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
		},
	};
}

function adminUrl(): string {
	// biome-ignore lint/style/noProcessEnv: set by the test runner for its workers, not by the application's environment
	const url = process.env.TEST_DATABASE_ADMIN_URL;
	if (!url)
		throw new Error("TEST_DATABASE_ADMIN_URL is not set: run the tests with `npm test`, or name a server");
	return url;
}

async function migratedTemplate(serverUrl: string): Promise<string> {
	const name = `guildhall_template_${await migrationsDigest()}`;
	await connected(serverUrl, async (admin) => {
		await admin.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
		const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [name]);
		if (rowCount === 0) await buildTemplate(admin, serverUrl, name);
	});
	return name;
}

/** Under another name until it is complete, so that an interrupted build is never copied. */
async function buildTemplate(admin: pg.Client, serverUrl: string, name: string): Promise<void> {
	const draft = "guildhall_template_draft";
	await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
	await admin.query(`CREATE DATABASE ${draft}`);
	const url = databaseUrl(serverUrl, draft);
	await bootstrap(url);
	await givePasswords(admin, roleUrls(url));
	await migrate(roleUrls(url).guildhall_owner, () => undefined);
	await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
}

async function bootstrap(url: string): Promise<void> {
	const script = await readFile(path.join(prismaFolder, "../scripts/database/bootstrap.sql"), "utf8");
	await connected(url, (admin) => admin.query(script));
}

/** A role that already accepts its address keeps its password: somebody else may be connected with it. */
async function givePasswords(admin: pg.Client, urls: Record<RoleName, string>): Promise<void> {
	for (const role of roleNames) {
		const accepted = await connected(urls[role], (client) => client.query("SELECT 1")).then(
			() => true,
			() => false,
		);
		const { password } = new URL(urls[role]);
		if (!accepted) {
			await admin.query(`ALTER ROLE ${role} PASSWORD ${admin.escapeLiteral(decodeURIComponent(password))}`);
		}
	}
}

/** The runner's own addresses where it named them; else passwords that every worker derives alike. */
function roleUrls(url: string): Record<RoleName, string> {
	const passwordOf = (role: RoleName): string => {
		// biome-ignore lint/style/noProcessEnv: see adminUrl
		const named = process.env[roleVariables[role]];
		if (named && new URL(named).host === new URL(url).host)
			return decodeURIComponent(new URL(named).password);
		return createHash("sha256").update(`${adminUrl()} ${role}`).digest("base64url");
	};
	const entries = roleNames.map((role) => [role, urlFor(role, passwordOf(role), url)] as const);
	return Object.fromEntries(entries) as Record<RoleName, string>;
}

function databaseUrl(serverUrl: string, database: string): string {
	const url = new URL(serverUrl);
	url.pathname = `/${database}`;
	return url.href;
}

async function migrationsDigest(): Promise<string> {
	const folder = path.join(prismaFolder, "migrations");
	const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".sql")).sort();
	const hash = createHash("sha256");
	for (const name of names) hash.update(name).update(await readFile(path.join(folder, name)));
	return hash.digest("hex").slice(0, 16);
}
