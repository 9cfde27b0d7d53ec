import type pg from "pg";
import { ensurePartitions, settleTotals } from "@/prisma/seed/load/settle";
import { connected } from "@/scripts/database/roles";
import { activityLines } from "./activity-lines";
import { copyLines } from "./copy-lines";
import { buildWorld, type World } from "./guilds";
import { saidLines } from "./lines";
import { messageLines } from "./message-lines";
import { months } from "./moments";
import { laterStatements, partStatements } from "./parts";
import { peopleLines } from "./people-lines";
import type { Shape } from "./shape";
import { sideBySide } from "./side-by-side";

/** Told about each stretch of the work, in words. */
export type Told = (what: string) => void;

type Prepare = (client: pg.ClientBase) => Promise<unknown>;

/**
 * Copies a population into a migrated database, messages over two connections.
 * @param adminUrl of a superuser: COPY is refused to whom row-level security binds
 * @param prepare is run on every connection before it is used, such as to switch triggers off
 */
export async function loadPopulation(
	adminUrl: string,
	shape: Shape,
	{ told, prepare = async () => undefined }: { told: Told; prepare?: Prepare },
): Promise<World> {
	const world = buildWorld(shape);
	await connected(adminUrl, async (client) => {
		await prepare(client);
		await ensurePartitions(client, shape.begin, shape.end);
		for (const lines of peopleLines(world)) await copyLines(client, lines);
		told("servers and members");
	});
	await loadMessages(adminUrl, world, { told, prepare });
	await connected(adminUrl, async (client) => {
		await prepare(client);
		for (const lines of activityLines(world)) {
			const rows = await copyLines(client, lines);
			told(`${rows.toLocaleString("en")} rows of ${lines.table}`);
		}
	});
	const ids = world.guilds.map(({ id }) => id);
	await sideBySide(adminUrl, partStatements, prepare, [ids]);
	await sideBySide(adminUrl, laterStatements, prepare, [ids]);
	await connected(adminUrl, async (client) => {
		await prepare(client);
		await settleTotals(client);
	});
	told("parts of messages, support and totals");
	return world;
}

async function loadMessages(
	adminUrl: string,
	world: World,
	{ told, prepare }: { told: Told; prepare: Prepare },
): Promise<void> {
	const said = saidLines();
	const waiting = months(world.shape, world.shape.messages);
	let loaded = 0;
	const work = () =>
		connected(adminUrl, async (client) => {
			await prepare(client);
			for (let month = waiting.shift(); month; month = waiting.shift()) {
				const rows = await copyLines(client, messageLines(world, said, month));
				loaded += rows;
				told(`${loaded.toLocaleString("en")} of ${world.shape.messages.toLocaleString("en")} messages`);
			}
		});
	await Promise.all([work(), work()]);
}
