const DAY = 86_400_000;

/** How large a population is. The same shape and the same end make the same rows. */
export type Shape = {
	messages: number;
	/** People in the largest guild, those who left included; the others have fewer. */
	members: number;
	guilds: number;
	/** Unix milliseconds; the history covers thirteen months up to `end`. */
	begin: number;
	end: number;
};

/** The largest guild's share of all messages, and of everything else that happens. */
export const LARGEST_SHARE = 0.25;

/** Rows of other tables for each message; so many that lists of the largest guild have a 10,000th page. */
export const PER_MESSAGE = { executions: 0.22, audit: 0.21, discordAudit: 0.02, cases: 0.005, voice: 0.03 };

/** Stands in one of a thousand messages and in no other text. */
export const RARE_WORD = "kingfisher";

/**
 * A population of `messages`, over thirteen months up to the hour's beginning. Only what happens grows with it: the
 * servers and their members are the same at a million messages and at ten.
 */
export function shapeOf(messages: number, { members = 100_000, guilds = 300, now = Date.now() } = {}): Shape {
	const end = Math.floor(now / 3_600_000) * 3_600_000;
	return { messages, members, guilds, begin: end - 395 * DAY, end };
}
