import type { Logger } from "pino";

/**
 * Does something in one guild after the other. One in which it fails keeps nobody else waiting: it is logged, and has its
 * next turn with the next round.
 * @returns the sum of what `work` answers
 * @throws what went wrong first, when all have had their turn
 */
export async function eachGuild<G extends { id: string }>(
	guilds: readonly G[],
	log: Logger,
	work: (guild: G) => Promise<number>,
): Promise<number> {
	let sum = 0;
	const failures: unknown[] = [];
	for (const guild of guilds) {
		try {
			sum += await work(guild);
		} catch (error) {
			log.warn({ err: error, guildId: guild.id }, "nothing was done for a server");
			failures.push(error);
		}
	}
	if (failures.length > 0) throw failures[0];
	return sum;
}
