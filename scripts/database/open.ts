import path from "node:path";
import pg from "pg";
import { Refusal } from "@/scripts/refusal";
import { type EmbeddedServer, embeddedUrl, startEmbedded } from "./embedded";
import { lockHolder } from "./lock";
import { connected, ensureRoles, type RoleUrls, roleVariables } from "./roles";
import { keptSecrets, roleNames } from "./secrets";

/** Where the embedded server and the secrets of this clone are kept; git-ignored. */
export const home = path.resolve(import.meta.dirname, "../../.guildhall");

const DATABASE = "guildhall";

export type OpenDatabase = {
	urls: RoleUrls;
	/** Undefined when the database is somebody else's server. */
	server: EmbeddedServer | undefined;
	/** What to tell the person about where the data is. */
	notes: string[];
	close(): Promise<void>;
};

/**
 * Opens the database with its roles in place: the one that the environment names, or the embedded one. A command beside
 * a running `npm start` (`share`) uses that one's server; without one, it starts the server and `close` ends it.
 * @throws Refusal naming what is missing.
 */
export async function openDatabase({ share }: { share: boolean }): Promise<OpenDatabase> {
	const external = await externalUrls();
	if (external) return { urls: external, server: undefined, notes: [], close: async () => undefined };
	const running = share ? await lockHolder(home) : undefined;
	if (running) {
		if (running.port === undefined)
			throw new Refusal("Guildhall is starting from this folder. Try again in a moment.");
		const urls = await embeddedRoles(running.port);
		return {
			urls,
			server: undefined,
			notes: ["using the running server's database"],
			close: async () => undefined,
		};
	}
	const server = await startEmbedded(home);
	try {
		return { urls: await embeddedRoles(server.port), server, notes: server.notes, close: server.stop };
	} catch (error) {
		await server.stop();
		throw error;
	}
}

async function embeddedRoles(port: number): Promise<RoleUrls> {
	const { rolePasswords } = await keptSecrets(home);
	await ensureDatabase(await embeddedUrl(home, port, "postgres"), DATABASE);
	return ensureRoles(await embeddedUrl(home, port, DATABASE), rolePasswords);
}

/** Makes a database if it is missing. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
	await connected(adminUrl, async (admin) => {
		const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [name]);
		if (rowCount === 0) await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
	});
}

async function externalUrls(): Promise<RoleUrls | undefined> {
	const given = fromEnvironment();
	const named = roleNames.filter((role) => given[role]);
	if (process.env.DATABASE_URL) return { ...(await rolesOn(process.env.DATABASE_URL, given)), ...given };
	if (isComplete(given)) return given;
	if (named.length === 0) return undefined;
	const missing = roleNames.filter((role) => !named.includes(role)).map((role) => roleVariables[role]);
	throw new Refusal(
		`${named.map((role) => roleVariables[role]).join(", ")} is set and ${missing.join(", ")} is not.\n` +
			"Set all four, or only DATABASE_URL (a role that may create roles), or none for the embedded database.",
	);
}

/** Roles that are given an address get the password in it, the others the kept ones. */
async function rolesOn(adminUrl: string, given: Partial<RoleUrls>): Promise<RoleUrls> {
	const named = Object.entries(given).map(([role, url]) => [role, decodeURIComponent(new URL(url).password)]);
	const passwords = isComplete(given) ? undefined : (await keptSecrets(home)).rolePasswords;
	return ensureRoles(adminUrl, { ...passwords, ...Object.fromEntries(named) });
}

function fromEnvironment(): Partial<RoleUrls> {
	const entries = roleNames.map((role) => [role, process.env[roleVariables[role]]] as const);
	return Object.fromEntries(entries.filter(([, url]) => url));
}

function isComplete(urls: Partial<RoleUrls>): urls is RoleUrls {
	return roleNames.every((role) => urls[role] !== undefined);
}
