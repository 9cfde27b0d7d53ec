import type { Client } from "pg";
import { connected } from "@/scripts/database/roles";
import { appendChanges } from "./load/changes";
import { replayConfig } from "./load/config";
import { copyRows } from "./load/copy";
import { eraseEverything } from "./load/erase";
import { noteOrigin } from "./load/origin";
import { ensurePartitions, settleSequences, settleTotals } from "./load/settle";
import { createPopulation, type Population } from "./population";
import type { TableRows } from "./population/rows";
import type { Server } from "./population/server";
import { createWorld } from "./world";

export type LoadOptions = {
	/** Another number makes other people say other things. */
	seed?: number;
	/** The moment at which the demo's history ends. */
	now?: Date;
	/** Erase everything that the database holds first. */
	replace?: boolean;
	/** Told what is being loaded, a line at a time. */
	log?: (line: string) => void;
};

export type LoadResult = { rows: number; milliseconds: number };

const DAY = 86_400_000;

/** Whether the database knows no server yet (but for `@me`, which direct messages belong to). */
export async function isEmpty(client: Client): Promise<boolean> {
	const { rowCount } = await client.query("SELECT FROM discord_guilds WHERE id <> 0 LIMIT 1");
	return rowCount === 0;
}

/**
 * Fills an empty database with the demo, as the role that owns it and in one transaction: an interrupted load leaves
 * what was there before.
 * @throws Error when the database already knows a server and `replace` is not set
 */
export async function loadDemo(ownerUrl: string, options: LoadOptions = {}): Promise<LoadResult> {
	const { seed = 1, now = new Date(), replace = false, log = () => undefined } = options;
	const begun = performance.now();
	const population = createPopulation(createWorld({ seed, now }));
	const rows = await connected(ownerUrl, async (client) => {
		await client.query("BEGIN");
		// A second loader waits here, and then finds the first one's servers.
		await client.query("LOCK TABLE discord_guilds IN SHARE ROW EXCLUSIVE MODE");
		if (replace) await eraseEverything(client);
		if (!(await isEmpty(client))) throw new Error("the database already holds servers");
		const copied = await copyPopulation(client, population, log);
		log("Totals");
		await settleTotals(client);
		await settleSequences(client);
		await noteOrigin(client, { seed, now });
		await client.query("COMMIT");
		await client.query("ANALYZE");
		return copied;
	});
	return { rows, milliseconds: performance.now() - begun };
}

async function copyPopulation(
	client: Client,
	population: Population,
	log: (line: string) => void,
): Promise<number> {
	const { servers } = population;
	const first = Math.min(...servers.map(({ crowd }) => crowd.start));
	const last = Math.max(...servers.map(({ crowd }) => crowd.end));
	await ensurePartitions(client, first, last + 62 * DAY);
	let rows = await copyTables(client, population.people());
	for (const server of servers) rows += await copyServer(client, server, log);
	return rows + (await copyTables(client, population.shared()));
}

async function copyServer(client: Client, server: Server, log: (line: string) => void): Promise<number> {
	const { name } = server.guild;
	log(`${name}: members, channels, roles`);
	let rows = await copyTables(client, server.foundation());
	for (const batch of server.messages()) {
		rows += await copyTables(client, batch);
		log(`${name}: ${server.ledger.total.toLocaleString("en")} messages`);
	}
	log(`${name}: cases, commands, support and the rest`);
	await replayConfig(client, server.revisions());
	rows += await copyTables(client, server.rest());
	await appendChanges(client, server.changes());
	return rows;
}

async function copyTables(client: Client, tables: readonly TableRows[]): Promise<number> {
	let rows = 0;
	for (const { table, rows: content } of tables) rows += await copyRows(client, table, content);
	return rows;
}
