import type { Client } from "pg";
import { connected } from "@/scripts/database/roles";
import { appendChanges } from "./load/changes";
import { replayConfig } from "./load/config";
import { copyRows } from "./load/copy";
import { ensurePartitions, settleSequences, settleTotals } from "./load/settle";
import { createPopulation, type Population } from "./population";
import type { TableRows } from "./population/rows";
import { createWorld } from "./world";

export type LoadOptions = {
	/** Another number makes other people say other things. */
	seed?: number;
	/** The moment at which the demo's history ends. */
	now?: Date;
	/** Told what is being loaded, a line at a time. */
	log?: (line: string) => void;
};

export type LoadResult = { rows: number; milliseconds: number };

/** Whether the database knows no server yet (but for `@me`, which direct messages belong to). */
export async function isEmpty(client: Client): Promise<boolean> {
	const { rowCount } = await client.query("SELECT FROM discord_guilds WHERE id <> 0 LIMIT 1");
	return rowCount === 0;
}

async function copyTables(client: Client, tables: Iterable<TableRows>): Promise<number> {
	let rows = 0;
	for (const { table, rows: content } of tables) rows += await copyRows(client, table, content);
	return rows;
}

async function copyPopulation(
	client: Client,
	population: Population,
	log: (line: string) => void,
): Promise<number> {
	let rows = await copyTables(client, population.people());
	for (const server of population.servers) {
		log(`${server.guild.name}: members, channels, roles`);
		rows += await copyTables(client, server.foundation());
		for (const batch of server.messages()) {
			rows += await copyTables(client, batch);
			log(`${server.guild.name}: ${server.ledger.total.toLocaleString("en")} messages`);
		}
		log(`${server.guild.name}: cases, commands, support and the rest`);
		await replayConfig(client, server.saves);
		rows += await copyTables(client, server.rest());
		await appendChanges(client, server.changes());
	}
	return rows + (await copyTables(client, population.fleet()));
}

/**
 * Fills an empty database with the demo, as the role that owns it and in one transaction: an interrupted load leaves
 * nothing behind.
 * @throws Error when the database already knows a server
 */
export async function loadDemo(ownerUrl: string, options: LoadOptions = {}): Promise<LoadResult> {
	const { seed = 1, now = new Date(), log = () => undefined } = options;
	const begun = performance.now();
	const world = createWorld({ seed, now });
	const population = createPopulation(world);
	const rows = await connected(ownerUrl, async (client) => {
		await client.query("BEGIN");
		await client.query("LOCK TABLE discord_guilds IN SHARE ROW EXCLUSIVE MODE");
		if (!(await isEmpty(client))) throw new Error("the database already holds servers");
		const first = Math.min(...population.servers.map(({ crowd }) => crowd.start));
		await ensurePartitions(client, first, world.now + 62 * 86_400_000);
		const copied = await copyPopulation(client, population, log);
		log("Totals and indexes");
		await settleTotals(client);
		await settleSequences(client);
		await client.query("COMMIT");
		await client.query("ANALYZE");
		return copied;
	});
	return { rows, milliseconds: performance.now() - begun };
}
