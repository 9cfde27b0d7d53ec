import type pg from "pg";

/**
 * Lays the rows of every rollup down in the order of their time, in which a server that has run for a year has written
 * them; the migrations that count what is there already write them in none.
 */
export async function layInOrderOfTime(client: pg.ClientBase): Promise<void> {
	const { rows } = await client.query<{ table: string; time: string }>(
		`SELECT c.oid::regclass::text AS table, quote_ident(a.attname) AS time
		FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
		WHERE c.relname LIKE 'rollup\\_%' AND c.relkind = 'r' AND a.attname IN ('hour', 'day', 'week', 'month')`,
	);
	for (const { table, time } of rows) {
		await client.query(`CREATE INDEX bench_order ON ${table} (${time}, guild_id)`);
		await client.query(`CLUSTER ${table} USING bench_order`);
		await client.query("DROP INDEX bench_order");
	}
}
