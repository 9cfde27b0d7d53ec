export const guilds = ["500000000000000001", "500000000000000002"] as const;
export const people = ["600000000000000001", "600000000000000002", "600000000000000003"] as const;
/** Always listed, so that a guild's count of members never falls to nothing. */
export const crowd = Array.from({ length: 9 }, (_, index) => `60000000000000010${index}`);
export const sessions = ["alpha", "beta"] as const;
export const names = ["amber", "birch", "cedar", "dune", null] as const;
export const words = ["ash", "bay", "clay"] as const;

/** Ids of one guild: the last digit of the guild's is their first. */
export function idsOf(guild: string) {
	const id = (kind: string, number: number) => `70${guild.at(-1)}0000000000${kind}00${number}`;
	return {
		roles: [id("10", 1), id("10", 2), id("10", 3)] as const,
		categories: [id("20", 1), id("20", 2)] as const,
		channels: [id("21", 1), id("21", 2), id("21", 3)] as const,
		voice: [id("22", 1), id("22", 2)] as const,
		threads: [id("23", 1), id("23", 2), id("23", 3)] as const,
		events: [id("30", 1), id("30", 2)] as const,
		emojis: [id("40", 1), id("40", 2), id("40", 3)] as const,
		stickers: [id("50", 1), id("50", 2)] as const,
	};
}
