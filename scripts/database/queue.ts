import PgBoss from "pg-boss";
import { connected } from "./roles";

/** The queue of orders to Discord; `discord_orders` puts its jobs in by trigger. */
const QUEUES = ["orders"];

const grants = `
	GRANT USAGE ON SCHEMA pgboss TO guildhall_bot;
	GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO guildhall_bot;
	GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO guildhall_bot;
	REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss FROM PUBLIC`;

/** Installs or brings up to date the job queue's own schema, as the owner; the worker may only use it. */
export async function installQueue(ownerUrl: string): Promise<void> {
	const boss = new PgBoss({ connectionString: ownerUrl, max: 1, schedule: false, supervise: false });
	let failure: Error | undefined;
	boss.on("error", (error) => {
		failure = error;
	});
	await boss.start();
	for (const name of QUEUES) {
		if (!(await boss.getQueue(name))) await boss.createQueue(name);
	}
	await boss.stop({ graceful: false, close: true, wait: true });
	if (failure) throw failure;
	await connected(ownerUrl, (client) => client.query(grants));
}
