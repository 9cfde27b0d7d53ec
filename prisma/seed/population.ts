import { accessTables } from "./population/access-rows";
import { billingTables } from "./population/billing-rows";
import { chartTables } from "./population/chart-rows";
import { commandTable } from "./population/command-rows";
import { fleetTables } from "./population/fleet-rows";
import { userTable } from "./population/member-rows";
import type { TableRows } from "./population/rows";
import { type Numbering, Server, type Size } from "./population/server";
import { createRandom } from "./random";
import type { World, WorldGuild } from "./world/types";

/** The servers that the database knows; the others exist at Discord only. */
const SIZES: Partial<Record<WorldGuild["key"], Size>> = {
	harbor: {
		messages: 200_000,
		cases: 560,
		executions: 17_500,
		posts: 310,
		topics: 70,
		voice: 14_000,
		conversations: 620,
	},
	trail: { messages: 2600, cases: 9, executions: 420, posts: 0, topics: 0, voice: 160, conversations: 14 },
	cartridge: { messages: 3800, cases: 31, executions: 700, posts: 0, topics: 0, voice: 0, conversations: 22 },
};

export type Population = {
	servers: readonly Server[];
	/** Everybody of all servers, once. */
	people(): TableRows[];
	/** What spans servers: commands, access, billing, shards. Needs all messages to have been taken. */
	shared(): TableRows[];
};

/** The demo's people and servers as rows for every table, made from the world alone: same world, same rows. */
export function createPopulation(world: World): Population {
	const random = createRandom(world.seed, "population");
	const numbering: Numbering = { caseId: 0, noteId: 0, customTypeId: 0, embedId: 0 };
	const servers = world.guilds.flatMap((guild) => {
		const size = SIZES[guild.key];
		return size ? [new Server(world, guild, size, random.fork(guild.key), numbering)] : [];
	});
	const crowds = servers.map(({ crowd }) => crowd);
	const ledgers = servers.map(({ ledger }) => ledger);
	return {
		servers,
		people: () => [
			userTable(
				crowds,
				world.people.map(({ user }) => user),
			),
		],
		shared: () => [
			commandTable(world),
			...accessTables(world, crowds),
			...crowds.flatMap(chartTables),
			...billingTables(world),
			...fleetTables(world, random.fork("fleet"), crowds, ledgers),
		],
	};
}
