import type { Client } from "pg";

/** Empties every table of the schema but the record of migrations, and puts the row `@me` back. */
export async function eraseEverything(client: Client): Promise<void> {
	const { rows } = await client.query<{ tables: string }>(
		`SELECT string_agg(c.oid::regclass::text, ', ') AS tables FROM pg_class c
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
			AND c.relname <> '_prisma_migrations'`,
	);
	await client.query(
		"CREATE TEMPORARY TABLE demo_kept ON COMMIT DROP AS SELECT * FROM discord_guilds WHERE id = 0",
	);
	await client.query(`TRUNCATE ${rows[0]?.tables ?? ""} RESTART IDENTITY`);
	await client.query("INSERT INTO discord_guilds SELECT * FROM demo_kept");
	await client.query("DROP TABLE demo_kept");
}

/** The servers in the database whose ids are not among `known`. */
export async function strangers(
	client: Client,
	known: readonly string[],
): Promise<{ id: string; name: string }[]> {
	const { rows } = await client.query<{ id: string; name: string }>(
		"SELECT id::text, name FROM discord_guilds WHERE id <> 0 AND id <> ALL ($1::bigint[]) ORDER BY name, id",
		[known],
	);
	return rows;
}
