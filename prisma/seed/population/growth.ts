import type { Random } from "../random";
import type { WorldGuild } from "../world/types";

export type CrowdShape = {
	/** People who joined before the bot did and after it, those who left included. */
	before: number;
	after: number;
	/** Share of joiners who leave again. */
	churn: number;
	/** Days before the end on which a wave of people came, how many, and over how many days. */
	waves: readonly (readonly [daysAgo: number, people: number, days: number])[];
	/** Days before the end on which a raid came, and its size. */
	raid: readonly [daysAgo: number, accounts: number] | null;
	boosters: number;
	pending: number;
	bots: number;
};

const NONE: CrowdShape = {
	before: 0,
	after: 0,
	churn: 0,
	waves: [],
	raid: null,
	boosters: 0,
	pending: 0,
	bots: 0,
};

export const CROWD_SHAPES: Readonly<Record<WorldGuild["key"], CrowdShape>> = {
	harbor: {
		before: 2300,
		after: 2900,
		churn: 0.19,
		waves: [
			[351, 210, 4],
			[262, 180, 3],
			[171, 330, 5],
			[84, 260, 4],
			[23, 240, 3],
		],
		raid: [57, 118],
		boosters: 19,
		pending: 31,
		bots: 5,
	},
	trail: { ...NONE, before: 26, after: 15, churn: 0.1, boosters: 1, bots: 1 },
	cartridge: { ...NONE, before: 90, after: 52, churn: 0.12, boosters: 2, bots: 2 },
	makerspace: NONE,
	studyhall: NONE,
	typeclub: NONE,
};

const DAY = 86_400_000;

/** When each of the crowd joined, in order: a slow start, steady growth, waves, and the raid. */
export function joinTimes(random: Random, guild: WorldGuild, end: number, shape: CrowdShape) {
	const start = guild.botJoinedAt ?? guild.createdAt;
	const joins: { joinedAt: number; raider: boolean }[] = [];
	const add = (joinedAt: number, raider = false) => {
		joins.push({ joinedAt: Math.floor(Math.min(joinedAt, end - 60_000)), raider });
	};
	for (let index = 0; index < shape.before; index++) {
		add(guild.createdAt + DAY + random.next() ** 0.6 * (start - guild.createdAt - DAY));
	}
	for (let index = 0; index < shape.after; index++) add(start + random.next() ** 0.8 * (end - start));
	for (const [daysAgo, people, days] of shape.waves) {
		for (let index = 0; index < people; index++) {
			add(end - daysAgo * DAY + random.next() ** 1.8 * days * DAY);
		}
	}
	if (shape.raid) {
		const [daysAgo, accounts] = shape.raid;
		for (let index = 0; index < accounts; index++) {
			add(end - daysAgo * DAY + 3.4 * 3_600_000 + random.next() * 22 * 60_000, true);
		}
	}
	return joins.sort((one, other) => one.joinedAt - other.joinedAt);
}
