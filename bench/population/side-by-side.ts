import type pg from "pg";
import { connected } from "@/scripts/database/roles";

/** Runs statements on two connections, each taking the next one: the database has a processor for both. */
export async function sideBySide(
	adminUrl: string,
	statements: readonly string[],
	prepare: (client: pg.ClientBase) => Promise<unknown>,
	values: unknown[] = [],
): Promise<void> {
	const waiting = [...statements];
	const work = () =>
		connected(adminUrl, async (client) => {
			await prepare(client);
			for (let next = waiting.shift(); next; next = waiting.shift()) await client.query(next, values);
		});
	await Promise.all([work(), work()]);
}
