import type { TestDatabase } from "@/prisma/tests/database";
import { connected } from "@/scripts/database/roles";

/** As when the database's server is away: the worker's connections end, and new ones are refused until `end`. */
export async function beginOutage(db: TestDatabase): Promise<{ end(): Promise<void> }> {
	const name = new URL(db.adminUrl).pathname.slice(1);
	await connected(db.adminUrl, async (admin) => {
		await admin.query(`REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC, guildhall_bot`);
		await admin.query(
			"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'guildhall_bot' AND datname = current_database()",
		);
	});
	return {
		end: () =>
			connected(db.adminUrl, async (admin) => {
				await admin.query(`GRANT CONNECT ON DATABASE ${name} TO PUBLIC, guildhall_bot`);
			}),
	};
}
