import pg from "pg";
import { migrate } from "@/scripts/database/migrate";
import { ensureDatabase } from "@/scripts/database/open";
import { connected, ensureRoles, type RoleUrls } from "@/scripts/database/roles";
import { keptSecrets, roleNames } from "@/scripts/database/secrets";
import { dropIndexes } from "./indexes";
import { loadPopulation, type Told } from "./load";
import { FIRST_ROLLUPS, rollupStatements } from "./rollups";
import { layInOrderOfTime } from "./settle";
import type { Shape } from "./shape";
import { sideBySide } from "./side-by-side";

const PREFIX = "guildhall_bench_";

/** Room for sorting and for building indexes, while nobody else uses the database. */
const BUILDING = { work_mem: "256MB", maintenance_work_mem: "1GB", synchronous_commit: "off" };

/** A database that holds a population. */
export type Population = { messages: number; adminUrl: string; urls: RoleUrls };

export function populationName(messages: number): string {
	return `${PREFIX}${messages}`;
}

/** How many messages each population of a server has, smallest first. */
export async function populations(serverUrl: string): Promise<number[]> {
	return connected(serverUrl, async (admin) => {
		const { rows } = await admin.query<{ datname: string }>(
			"SELECT datname FROM pg_database WHERE datname ~ $1",
			[`^${PREFIX}[0-9]+$`],
		);
		return rows.map(({ datname }) => Number(datname.slice(PREFIX.length))).toSorted((a, b) => a - b);
	});
}

/**
 * Opens a population and applies the migrations that it lacks.
 * @param home where the passwords of the roles are kept
 */
export async function openPopulation(serverUrl: string, home: string, messages: number): Promise<Population> {
	const adminUrl = addressOf(serverUrl, populationName(messages));
	const urls = await rolesOf(adminUrl, home);
	await migrate(urls.guildhall_owner, () => undefined);
	return { messages, adminUrl, urls };
}

export async function dropPopulation(serverUrl: string, name: string): Promise<void> {
	await connected(serverUrl, (admin) =>
		admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
	);
}

/**
 * Builds a population under another name and renames it when it is complete. Rows come before the triggers that count
 * them: the first rollups are counted here, and the migrations after them count what they add, as they do on a server
 * that has run for a year.
 */
export async function buildPopulation(
	serverUrl: string,
	home: string,
	shape: Shape,
	told: Told,
): Promise<void> {
	const name = populationName(shape.messages);
	const draft = `${name}_draft`;
	await dropPopulation(serverUrl, draft);
	await ensureDatabase(serverUrl, draft);
	const adminUrl = addressOf(serverUrl, draft);
	const urls = await rolesOf(adminUrl, home);
	await connected(adminUrl, (admin) => settings(admin, draft, "SET"));
	await migrate(urls.guildhall_owner, () => undefined, FIRST_ROLLUPS);
	const indexes = await connected(adminUrl, dropIndexes);
	await loadPopulation(adminUrl, shape, {
		told,
		prepare: (client) => client.query("SET session_replication_role = replica"),
	});
	await sideBySide(adminUrl, rollupStatements, async () => undefined);
	told("the first rollups");
	await connected(adminUrl, async (admin) => {
		for (const statement of indexes) await admin.query(statement);
	});
	told("indexes");
	await migrate(urls.guildhall_owner, () => undefined);
	told("the later migrations");
	await connected(adminUrl, async (admin) => {
		await layInOrderOfTime(admin);
		await admin.query("VACUUM (FREEZE, ANALYZE)");
		await settings(admin, draft, "RESET");
	});
	await connected(serverUrl, async (admin) => {
		await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
		await admin.query("CHECKPOINT");
	});
}

async function settings(admin: pg.ClientBase, database: string, verb: "SET" | "RESET"): Promise<void> {
	for (const [name, value] of Object.entries(BUILDING)) {
		const to = verb === "SET" ? ` = '${value}'` : "";
		await admin.query(`ALTER DATABASE ${database} ${verb} ${name}${to}`);
	}
}

function addressOf(serverUrl: string, database: string): string {
	const url = new URL(serverUrl);
	url.pathname = `/${database}`;
	return url.href;
}

/** The server is the benches' own: its roles take the kept passwords, whatever they had. */
async function rolesOf(adminUrl: string, home: string): Promise<RoleUrls> {
	const { rolePasswords } = await keptSecrets(home);
	await connected(adminUrl, async (admin) => {
		const { rows } = await admin.query<{ rolname: (typeof roleNames)[number] }>(
			"SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)",
			[roleNames],
		);
		for (const { rolname } of rows) {
			await admin.query(`ALTER ROLE ${rolname} PASSWORD ${admin.escapeLiteral(rolePasswords[rolname])}`);
		}
	});
	return ensureRoles(adminUrl, rolePasswords);
}
