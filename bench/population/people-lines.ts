import { createRandom } from "@/prisma/seed/random";
import type { Lines } from "./copy-lines";
import { zipfRank } from "./draw";
import type { Guild, World } from "./guilds";

const NONE = "\\N";
/** One person in so many boosts, and one account in so many is a bot. */
const BOOSTERS = 400;
const BOTS = 500;

/** Servers, channels, roles, people and members: what everything else refers to, parents first. */
export function peopleLines(world: World): Lines[] {
	const names = namesOf(world);
	return [
		{
			table: "discord_guilds",
			columns: "id, name, owner_id, member_count, joined_at, created_at",
			lines: world.guilds.map(({ id, name, ownerId, size, joinedAt }) =>
				[id, name, ownerId, size, iso(joinedAt(0)), iso(joinedAt(0))].join("\t"),
			),
		},
		{
			table: "guild_config",
			columns: "guild_id, enabled, time_zone",
			lines: world.guilds.map(({ id }, index) => [id, "t", index === 0 ? "Europe/Berlin" : "UTC"].join("\t")),
		},
		{
			table: "discord_channels",
			columns: "id, guild_id, name, channel_type, position, parent_id",
			lines: world.guilds.flatMap(({ id, channels }) =>
				channels.map((channel, place) =>
					[channel.id, id, channel.name, channel.type, place, channel.parent ?? NONE].join("\t"),
				),
			),
		},
		{
			table: "discord_roles",
			columns: "id, guild_id, name, color, position, permissions",
			lines: world.guilds.flatMap(({ id, roles }) =>
				roles.map((role, place) =>
					[
						role,
						id,
						place === 0 ? "@everyone" : `Role ${place}`,
						place * 4000,
						place,
						place > 10 ? 8 : 0,
					].join("\t"),
				),
			),
		},
		{
			table: "discord_users",
			columns: "id, username, global_name, bot",
			lines: world.users.map((id, index) =>
				[id, names(index), `Person ${index}`, index % BOTS === 7 ? "t" : "f"].join("\t"),
			),
		},
		memberLines(world, names),
		roleLines(world),
	];
}

/** `sort_name` and `search_text` as the triggers would write them: with the triggers off they must be given. */
function memberLines(world: World, names: (index: number) => string): Lines {
	const places = new Map(world.users.map((id, index) => [id, index]));
	return {
		table: "discord_guild_members",
		columns: "guild_id, user_id, joined_at, premium_since, left_at, sort_name, search_text",
		lines: eachMember(world, (guild, rank) => {
			const id = guild.member(rank);
			const index = places.get(id) ?? 0;
			const joined = guild.joinedAt(rank);
			const left = guild.leftAt(rank);
			const boosts = rank % BOOSTERS === 1 && left === undefined;
			const shown = `person ${index}`;
			return [
				...[guild.id, id, iso(joined), boosts ? iso(joined + 600_000) : NONE],
				...[left === undefined ? NONE : iso(left), shown, `${shown} ${names(index)}`],
			].join("\t");
		}),
	};
}

function roleLines(world: World): Lines {
	const { next } = createRandom(3, "member roles");
	return {
		table: "discord_member_roles",
		columns: "guild_id, user_id, role_id, assigned_at",
		lines: eachMember(world, (guild, rank) => {
			if (guild.leftAt(rank) !== undefined || next() < 0.3) return undefined;
			const role = guild.roles[1 + zipfRank(next, guild.roles.length - 1)] ?? guild.id;
			return [guild.id, guild.member(rank), role, iso(guild.joinedAt(rank) + 60_000)].join("\t");
		}),
	};
}

function* eachMember(
	world: World,
	line: (guild: Guild, rank: number) => string | undefined,
): Generator<string> {
	for (const guild of world.guilds) {
		for (let rank = 0; rank < guild.size; rank++) {
			const text = line(guild, rank);
			if (text !== undefined) yield text;
		}
	}
}

const FIRST = [
	"amber",
	"brisk",
	"copper",
	"dusty",
	"early",
	"gentle",
	"lunar",
	"misty",
	"nimble",
	"quiet",
	"rusty",
	"velvet",
];
const LAST = [
	"acorn",
	"badger",
	"beacon",
	"comet",
	"driftwood",
	"fern",
	"heron",
	"lantern",
	"otter",
	"pebble",
	"rook",
	"wren",
];

function namesOf({ users }: World): (index: number) => string {
	const { pick } = createRandom(users.length, "names");
	const names = users.map((_, index) => `${pick(FIRST)}.${pick(LAST)}${index}`);
	return (index) => names[index] ?? "";
}

function iso(ms: number): string {
	return new Date(ms).toISOString();
}
