import type { Client } from "pg";

/** What a demo was made from: its number, and the moment at which its history ends. */
export type DemoOrigin = { seed: number; now: Date };

const pattern = /^Guildhall's demo, seed (\d+), up to (\S+)$/;

/** Notes on the schema `app`, which the owner may describe and which copies of the database keep, what is loaded. */
export async function noteOrigin(client: Client, { seed, now }: DemoOrigin): Promise<void> {
	const note = client.escapeLiteral(`Guildhall's demo, seed ${seed}, up to ${now.toISOString()}`);
	await client.query(`COMMENT ON SCHEMA app IS ${note}`);
}

/** What the demo in this database was made from; undefined when it says nothing of one. */
export async function demoOrigin(client: Client): Promise<DemoOrigin | undefined> {
	const { rows } = await client.query<{ note: string | null }>(
		"SELECT obj_description('app'::regnamespace, 'pg_namespace') AS note",
	);
	const [, seed, now] = pattern.exec(rows[0]?.note ?? "") ?? [];
	return seed === undefined || now === undefined ? undefined : { seed: Number(seed), now: new Date(now) };
}
