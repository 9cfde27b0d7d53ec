import type { Random } from "../random";
import { snowflakeAt } from "../snowflake";
import type { World, WorldGuild, WorldUser } from "../world/types";
import { CROWD_SHAPES, type CrowdShape, joinTimes } from "./growth";
import { nameMaker } from "./names";
import { rolesOfCrowd } from "./role-choice";

/** One membership in a guild, of a named person or of one of the crowd. Times in Unix milliseconds. */
export type Member = {
	user: WorldUser;
	nick: string | null;
	joinedAt: number;
	leftAt: number | null;
	premiumSince: number | null;
	timeoutUntil: number | null;
	pending: boolean;
	roleIds: string[];
	/** How much they write, relative to others; 0 for those who only read. */
	activity: number;
	/** Came in the raid and was removed by the moderators. */
	raider: boolean;
};

/** A server's people, and the time the bot was there: from `start` to `end`, Unix milliseconds. */
export type Crowd = { guild: WorldGuild; members: Member[]; start: number; end: number };

const DAY = 86_400_000;
const BOTS = ["fogbell", "tidetable", "jukebuoy", "dicebarrel", "polldock"];

function makeUser(random: Random, id: string, names: ReturnType<typeof nameMaker>): WorldUser {
	const accentColor = random.chance(0.2) ? random.int(0, 0xffffff) : null;
	const locale = random.pick(["en-GB", "en-US", "en-US", "de", "fr", "es-ES", "pl", "ja"]);
	return { id, ...names(), bot: false, avatar: null, accentColor, locale };
}

/** Most leave within days, some stay for months; the raid is thrown out within the hour. */
function leaveTime(random: Random, joinedAt: number, now: number, shape: CrowdShape, raider: boolean) {
	if (raider) return Math.min(joinedAt + random.int(4, 50) * 60_000, now);
	if (!random.chance(shape.churn)) return null;
	const left = joinedAt + random.logNormal(9 * DAY, 1.6);
	return left < now ? left : null;
}

function crowdMember(random: Random, guild: WorldGuild, user: WorldUser, joinedAt: number): Member {
	return {
		user,
		nick: random.chance(0.09)
			? `${user.globalName ?? user.username} ${random.pick(["🌊", "🎮", "(she/her)", "🐙", "(they)"])}`.slice(
					0,
					32,
				)
			: null,
		joinedAt,
		leftAt: null,
		premiumSince: null,
		timeoutUntil: null,
		pending: false,
		roleIds: rolesOfCrowd(random, guild),
		activity: random.chance(0.52) ? 1 / (1 + random.next() * 60) ** 1.3 : 0,
		raider: false,
	};
}

function named(world: World, guild: WorldGuild): Member[] {
	const users = [...world.people.map((person) => person.user), world.application.bot];
	return guild.members.flatMap(({ userId, nick, roleIds, joinedAt }) => {
		const user = users.find((candidate) => candidate.id === userId);
		if (!user) return [];
		const activity = user.bot ? 0 : 0.35;
		const rest = { leftAt: null, premiumSince: null, timeoutUntil: null, pending: false, raider: false };
		return { user, nick, joinedAt, roleIds: [...roleIds], activity, ...rest };
	});
}

function otherBots(random: Random, guild: WorldGuild, shape: CrowdShape): Member[] {
	const role = guild.roles.find((candidate) => candidate.key === "bots");
	return BOTS.slice(0, shape.bots).map((username, index) => {
		const joinedAt = guild.createdAt + (index + 2) * 55 * DAY;
		const id = snowflakeAt(guild.createdAt - (index + 3) * 91 * DAY, random.int(0, 0x3fffff));
		const user: WorldUser = {
			id,
			username,
			globalName: null,
			bot: true,
			avatar: null,
			accentColor: null,
			locale: "en-US",
		};
		return {
			...crowdMember(random, guild, user, joinedAt),
			nick: null,
			roleIds: role ? [role.id] : [],
			activity: 0,
		};
	});
}

function markSpecial(
	random: Random,
	members: Member[],
	guild: WorldGuild,
	now: number,
	shape: CrowdShape,
): void {
	const present = members.filter((member) => member.leftAt === null && !member.user.bot);
	const booster = guild.roles.find((role) => role.key === "booster");
	for (const member of random.sample(present, shape.boosters)) {
		member.premiumSince = member.joinedAt + (now - member.joinedAt) * random.next() * 0.9;
		if (booster) member.roleIds.push(booster.id);
	}
	const fresh = present.filter((member) => now - member.joinedAt < 12 * DAY);
	for (const member of random.sample(fresh, shape.pending)) member.pending = true;
}

/**
 * Everybody who is in a server or left it while the bot was there: the named people, bots and a crowd that grew in waves until exactly
 * `guild.memberCount` are present.
 */
export function createCrowd(world: World, guild: WorldGuild, random: Random): Crowd {
	const shape = CROWD_SHAPES[guild.key];
	const start = guild.botJoinedAt ?? guild.createdAt;
	const end = guild.botLeftAt ?? world.now;
	const names = nameMaker(random.fork("names"));
	const members = [...named(world, guild), ...otherBots(random, guild, shape)];
	let low = 0;
	const fixed = members.length;
	for (const { joinedAt, raider } of joinTimes(random, guild, end, shape)) {
		const born = joinedAt - random.logNormal(raider ? DAY : 500 * DAY, 1.1) - 3_600_000;
		const id = snowflakeAt(Math.max(born, Date.UTC(2015, 4, 13)), (low++ << 6) | random.int(0, 63));
		const member = crowdMember(random, guild, makeUser(random, id, names), joinedAt);
		member.raider = raider;
		member.leftAt = leaveTime(random, joinedAt, end, shape, raider);
		if (member.leftAt !== null && member.leftAt < start) continue;
		if (raider) Object.assign(member, { activity: 0.02, roleIds: [], nick: null });
		members.push(member);
	}
	trimToCount(random, members, guild.memberCount, fixed);
	markSpecial(random, members, guild, end, shape);
	return { guild, members, start, end };
}

/** Lets some of the crowd have left, or brings some back, until exactly `count` members are present. */
function trimToCount(random: Random, members: Member[], count: number, fixed: number): void {
	const crowd = members.slice(fixed).filter((member) => !member.raider);
	let surplus = members.filter((member) => member.leftAt === null).length - count;
	for (const member of random.sample(crowd, crowd.length)) {
		if (surplus === 0) return;
		if (surplus > 0 && member.leftAt === null) {
			member.leftAt = member.joinedAt + random.int(1, 30) * 3_600_000;
			surplus--;
		} else if (surplus < 0 && member.leftAt !== null) {
			member.leftAt = null;
			surplus++;
		}
	}
	if (surplus !== 0) throw new Error(`the crowd misses its size by ${surplus}`);
}
