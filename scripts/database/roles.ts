import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { unsafeRoleQuery } from "@/lib/db/unsafe-role";
import { Refusal } from "@/scripts/refusal";
import { type RoleName, roleNames } from "./secrets";

/** One address per role of `bootstrap.sql`. */
export type RoleUrls = Record<RoleName, string>;

/** The variable that names each role's address. */
export const roleVariables: Record<RoleName, string> = {
	guildhall_owner: "DATABASE_OWNER_URL",
	guildhall_web: "DATABASE_WEB_URL",
	guildhall_auth: "DATABASE_AUTH_URL",
	guildhall_bot: "DATABASE_BOT_URL",
};

/** The same server and database as another role. */
export function urlFor(role: string, password: string, from: string): string {
	const url = new URL(from);
	url.username = role;
	url.password = encodeURIComponent(password);
	return url.href;
}

/** Opens one connection for `work` and closes it. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({
		connectionString: url,
		application_name: "guildhall-setup",
		connectionTimeoutMillis: 10_000,
	});
	// A server that goes away is reported by the query that needed it.
	client.on("error", () => undefined);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/**
 * Makes the roles and gives them the database of `adminUrl` (both only where missing), and answers their addresses with
 * the given passwords. A role that existed before keeps its password: if ours is another one, it is refused by name.
 * @throws Refusal saying exactly what to run when the administrator may not create roles.
 */
export async function ensureRoles(adminUrl: string, passwords: Record<RoleName, string>): Promise<RoleUrls> {
	await connected(adminUrl, async (admin) => {
		const missing = await missingRoles(admin);
		if (missing.length > 0) await refuseWithoutCreateRole(admin, missing);
		const script = await readFile(path.join(import.meta.dirname, "bootstrap.sql"), "utf8");
		await admin.query(script).catch(refuseDenied);
		for (const role of missing) {
			const name = admin.escapeIdentifier(role);
			await admin.query(`ALTER ROLE ${name} PASSWORD ${admin.escapeLiteral(passwords[role])}`);
		}
	});
	const urls = Object.fromEntries(
		roleNames.map((role) => [role, urlFor(role, passwords[role], adminUrl)]),
	) as RoleUrls;
	for (const role of roleNames) await refuseStranger(role, urls[role]);
	return urls;
}

/** Giving a database away takes CREATEDB, whoever owns it. */
function refuseDenied(cause: unknown): never {
	if (!(cause instanceof pg.DatabaseError) || cause.code !== "42501") throw cause;
	throw new Refusal(
		`The role in DATABASE_URL may not do what scripts/database/bootstrap.sql does (${cause.message}).\n` +
			"It must be a superuser, or own the database and have CREATEROLE and CREATEDB.",
		{ cause },
	);
}

async function missingRoles(admin: pg.Client): Promise<RoleName[]> {
	const { rows } = await admin.query<{ rolname: string }>(
		"SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)",
		[roleNames],
	);
	return roleNames.filter((role) => !rows.some((row) => row.rolname === role));
}

async function refuseWithoutCreateRole(admin: pg.Client, missing: RoleName[]): Promise<void> {
	const { rows } = await admin.query<{ may: boolean }>(
		"SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user",
	);
	if (rows[0]?.may) return;
	throw new Refusal(
		`The role in DATABASE_URL may not create roles, and ${missing.join(", ")} do not exist.\n` +
			"Ask the database's administrator to run, connected to this database:\n" +
			"  psql -f scripts/database/bootstrap.sql\n" +
			roleNames.map((role) => `  ALTER ROLE ${role} PASSWORD '…';\n`).join("") +
			`and set ${Object.values(roleVariables).join(", ")} instead of DATABASE_URL.`,
	);
}

async function refuseStranger(role: RoleName, url: string): Promise<void> {
	try {
		await connected(url, (client) => client.query("SELECT 1"));
	} catch (cause) {
		throw new Refusal(
			`The role ${role} exists, but does not accept the password that we have for it ` +
				`(${cause instanceof Error ? cause.message : "no connection"}).\n` +
				`Set ${roleVariables[role]} to its address, or give it that password: the one in the variable, else the one in .guildhall/secrets.json.`,
			{ cause },
		);
	}
}

/**
 * Makes sure that a connection that serves people is bound by the policies.
 * @throws Refusal naming the variable and every reason.
 */
export async function refuseUnsafeRole(variable: string, url: string): Promise<void> {
	const problems = await connected(url, (client) => client.query<{ problem: string }>(unsafeRoleQuery));
	if (problems.rows.length === 0) return;
	throw new Refusal(
		`${variable} must not be used to serve pages: ${problems.rows.map((row) => row.problem).join("; ")}.\n` +
			"Row-level security would not hold. Use the roles of scripts/database/bootstrap.sql.",
	);
}
