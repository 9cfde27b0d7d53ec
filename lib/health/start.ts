import "server-only";
import { dismissFormerOperators } from "@/lib/auth/operators";
import { pool } from "@/lib/db/pool";
import { unsafeRoleQuery } from "@/lib/db/unsafe-role";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/**
 * Ends the process when it must not serve: the environment is wrong, or the web role could look past row-level
 * security. A database that does not answer yet is no reason: readiness says so until it does.
 */
export async function refuseUnsafeStart(): Promise<void> {
	const reasons = await reasonsNotToStart();
	if (reasons.length === 0) return settleOperators();
	process.stderr.write(`Guildhall does not start:\n${reasons.map((reason) => `  ${reason}\n`).join("")}`);
	process.exit(1);
}

async function settleOperators(): Promise<void> {
	try {
		await dismissFormerOperators();
	} catch (error) {
		log().warn({ err: error }, "who is an operator could not be settled");
	}
}

async function reasonsNotToStart(): Promise<string[]> {
	try {
		env();
	} catch (error) {
		return [error instanceof Error ? error.message : String(error)];
	}
	try {
		const { rows } = await pool("web").query<{ problem: string }>(unsafeRoleQuery);
		return rows.map(({ problem }) => `DATABASE_WEB_URL: ${problem}`);
	} catch (error) {
		log().warn({ err: error }, "the database does not answer yet");
		return [];
	}
}
