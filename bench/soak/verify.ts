import type pg from "pg";
import { type Comparison, compareTable } from "@/bench/soak/compare";
import type { Difference } from "@/bench/soak/difference";
import { expressionsOf } from "@/bench/soak/expected/expressions";
import { gatheringsOf } from "@/bench/soak/expected/gatherings";
import { messagePartsOf } from "@/bench/soak/expected/message-parts";
import { messagesOf } from "@/bench/soak/expected/messages";
import { moderationOf } from "@/bench/soak/expected/moderation";
import { peopleOf } from "@/bench/soak/expected/people";
import { structureOf } from "@/bench/soak/expected/structure";
import { compareUsers } from "@/bench/soak/expected/users";
import type { History } from "@/bench/soak/history";
import { MessageLosses } from "@/bench/soak/losses";
import { differences, recounts } from "@/prisma/tests/recounts";
import type { SimulatorState } from "@/simulator/state";
import { dumpGuild } from "@/simulator/state/dump";

const families = [
	structureOf,
	peopleOf,
	expressionsOf,
	gatheringsOf,
	messagesOf,
	messagePartsOf,
	moderationOf,
];

/**
 * Compares every table that the gateway feeds with the simulator's own state, row by row, and the rollups with a
 * recount of the tables.
 * @param histories of the guilds that the bot is in, by their ids
 * @param lost by what was told while no session listened: when, Unix milliseconds
 */
export async function verify(
	client: pg.ClientBase,
	state: SimulatorState,
	histories: ReadonlyMap<string, History>,
	lost: ReadonlyMap<string, number>,
): Promise<Comparison[]> {
	const missed = (thing: string) => lost.get(thing);
	const comparisons = [await compareUsers(client, state, missed)];
	for (const [guildId, history] of histories) {
		const guild = state.core.guild(guildId);
		const dump = dumpGuild(state.core, guild);
		const losses = new MessageLosses(dump.messages, history.deletedChannels, missed);
		const told = { state, guild, history, dump, missed, losses };
		for (const family of families) {
			for (const expectation of family(told)) {
				comparisons.push(await compareTable(client, guildId, expectation));
			}
		}
	}
	for (const recount of recounts) comparisons.push(await recounted(client, recount));
	return comparisons;
}

async function recounted(client: pg.ClientBase, recount: (typeof recounts)[number]): Promise<Comparison> {
	const { rows } = await client.query<{ side: string; k: string }>(differences(recount));
	const found = rows.map(({ side, k }): Difference => {
		const kind = side === "kept" ? "surplus" : "missing";
		return { table: recount.rollup, kind, key: k, detail: { [side]: k } };
	});
	return { table: recount.rollup, rows: 0, differences: found, excused: [] };
}
