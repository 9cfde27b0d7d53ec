import { createRandom } from "@/prisma/seed/random";
import { snowflakeAt } from "@/prisma/seed/snowflake";
import { aliasTable, type Draw, zipfRank } from "./draw";
import { LARGEST_SHARE, type Shape } from "./shape";

const YEAR = 365 * 86_400_000;
/** Members who joined before the history begins; the others come evenly during it. */
const OLD_MEMBERS = 0.4;
/** A prime above every guild's size: steps of it visit all members, so that ranks do not follow ids. */
const STRIDE = 1_000_003;
/** One in so many leaves again. */
const LEAVERS = 5;

export type Channel = { id: string; name: string; type: string; parent: string | null; weight: number };

export type Guild = {
	id: string;
	name: string;
	ownerId: string;
	/** The share of everything that happens. */
	weight: number;
	channels: Channel[];
	/** Those that are written in, and one of them by its weight. */
	text: Channel[];
	pickText: (draw: Draw) => number;
	voice: Channel[];
	/** Role ids from the lowest to the highest, `@everyone` first. */
	roles: string[];
	size: number;
	/** The id of the member who writes the `rank`-th most. */
	member(rank: number): string;
	/** Unix milliseconds. */
	joinedAt(rank: number): number;
	leftAt(rank: number): number | undefined;
	/** Somebody who is there at a moment, talkative people first. */
	somebody(draw: Draw, at: number): string;
};

export type World = { shape: Shape; users: string[]; guilds: Guild[]; pick: (draw: Draw) => Guild };

/** The servers and their people; ids depend on the shape's end and on nothing else. */
export function buildWorld(shape: Shape): World {
	const { next } = createRandom(shape.members, "people");
	const oldest = shape.begin - 6 * YEAR;
	const users = Array.from({ length: Math.ceil(shape.members * 1.5) }, (_, index) =>
		snowflakeAt(oldest + next() * 6 * YEAR, index),
	);
	const tail = Array.from({ length: shape.guilds - 1 }, (_, index) => 1 / (index + 4) ** 0.9);
	const tailTotal = tail.reduce((sum, weight) => sum + weight, 0);
	const weights = [LARGEST_SHARE, ...tail.map((weight) => (weight / tailTotal) * (1 - LARGEST_SHARE))];
	const guilds = weights.map((weight, index) => buildGuild(shape, users, weight, index));
	const pickIndex = aliasTable(weights);
	return { shape, users, guilds, pick: (draw) => guilds[pickIndex(draw)] as Guild };
}

function buildGuild(shape: Shape, users: string[], weight: number, index: number): Guild {
	const { next } = createRandom(index, "guild");
	const born = shape.begin - 3 * YEAR + Math.floor(next() * YEAR);
	const id = snowflakeAt(born, index);
	const size = Math.min(users.length, Math.max(20, Math.round((shape.members * weight) / LARGEST_SHARE)));
	const first = Math.floor(next() * (users.length - size));
	const member = (rank: number) => users[first + ((rank * STRIDE) % size)] as string;
	const channels = buildChannels(born, index, Math.max(5, Math.round(100 * (weight / LARGEST_SHARE) ** 0.4)));
	const text = channels.filter(({ type }) => type === "guild_text");
	const span = shape.end - shape.begin;
	const joinedAt = (rank: number) => {
		const share = rank / size;
		if (share < OLD_MEMBERS) return born + (share / OLD_MEMBERS) * (shape.begin - born);
		return shape.begin + ((share - OLD_MEMBERS) / (1 - OLD_MEMBERS)) * span;
	};
	const leftAt = (rank: number) => {
		if (rank % LEAVERS !== 3) return undefined;
		const moment = joinedAt(rank) + ((((rank / LEAVERS) | 0) % 97) / 97) ** 2 * YEAR + 600_000;
		return moment < shape.end ? moment : undefined;
	};
	return {
		id,
		name: index === 0 ? "Bench, the largest" : `Bench ${index}`,
		ownerId: member(0),
		weight,
		channels,
		text,
		pickText: aliasTable(text.map((channel) => channel.weight)),
		voice: channels.filter(({ type }) => type === "guild_voice"),
		roles: [id, ...Array.from({ length: 12 }, (_, place) => snowflakeAt(born + 5_000 + place, index))],
		size,
		member,
		joinedAt,
		leftAt,
		somebody(draw, at) {
			const passed = Math.max(0, (at - shape.begin) / span);
			const there = Math.max(1, Math.floor(size * (OLD_MEMBERS + (1 - OLD_MEMBERS) * passed)));
			const rank = zipfRank(draw, there);
			const left = leftAt(rank);
			return member(left !== undefined && left < at ? Math.max(0, rank - 1) : rank);
		},
	};
}

/** A category for every ten channels, one in ten of them for voice; the first ones are the busy ones. */
function buildChannels(born: number, guild: number, count: number): Channel[] {
	const channels: Channel[] = [];
	let parent: string | null = null;
	for (let place = 0; place < count; place++) {
		const id = (offset: number) => snowflakeAt(born + 60_000 + place * 1_000 + offset, guild);
		if (place % 10 === 0) {
			parent = id(0);
			channels.push({
				id: parent,
				name: `Group ${place / 10 + 1}`,
				type: "guild_category",
				parent: null,
				weight: 0,
			});
		}
		const type = place % 10 === 3 ? "guild_voice" : "guild_text";
		channels.push({ id: id(1), name: `talk-${place + 1}`, type, parent, weight: 1 / (place + 2) });
	}
	return channels;
}
