import type { APIUser } from "discord-api-types/v10";
import { createCrowd, type Member } from "@/prisma/seed/population/crowd";
import { createRandom } from "@/prisma/seed/random";
import type { World, WorldGuild } from "@/prisma/seed/world/types";
import { channelShape } from "../shapes/channel";
import { emojiShape, roleShape, settingsShape, stickerShape } from "../shapes/guild";
import { memberShape, userShape } from "../shapes/user";
import { compareIds } from "./ids";
import type { LivingGuild, LivingMember } from "./types";

export type Founded = { users: Map<string, APIUser>; guilds: Map<string, LivingGuild> };

const crowds = new WeakMap<WorldGuild, Member[]>();

/** The demo's population as it was made, ready to change: the same members as in the demo's database. */
export function foundGuilds(world: World): Founded {
	const users = new Map<string, APIUser>();
	for (const user of [world.application.bot, ...world.people.map((person) => person.user)]) {
		users.set(user.id, userShape(user));
	}
	const guilds = world.guilds.map((guild): [string, LivingGuild] => [
		guild.id,
		foundGuild(world, guild, users),
	]);
	return { users, guilds: new Map(guilds) };
}

function foundGuild(world: World, guild: WorldGuild, users: Map<string, APIUser>): LivingGuild {
	return {
		id: guild.id,
		key: guild.key,
		settings: settingsShape(guild),
		complete: guild.bot === "present",
		statedMembers: guild.memberCount,
		online: guild.presenceCount,
		roles: byId(guild.roles.map(roleShape)),
		channels: byId(guild.channels.map((channel) => channelShape(channel, guild.id))),
		threads: new Map(),
		members: foundMembers(world, guild, users),
		bans: new Map(),
		emojis: new Map(guild.emojis.map((emoji) => [emoji.id, emojiShape(emoji)])),
		stickers: byId(guild.stickers.map((sticker) => stickerShape(sticker, guild.id))),
		voice: new Map(),
		events: new Map(),
		invites: new Map(),
		webhooks: new Map(),
		interactions: [],
		overrides: new Map(),
		audit: [],
	};
}

const byId = <Thing extends { id: string }>(things: Thing[]) =>
	new Map(things.map((thing) => [thing.id, thing]));

/** By rising id. Where the bot is not, only the named people are known. */
function foundMembers(
	world: World,
	guild: WorldGuild,
	users: Map<string, APIUser>,
): Map<string, LivingMember> {
	const named = guild.members.flatMap((member): LivingMember[] => {
		const user = users.get(member.userId);
		return user ? [memberShape(member, user)] : [];
	});
	const present = new Set(named.map((member) => member.user.id));
	for (const member of crowdOf(world, guild)) {
		if (member.leftAt !== null || present.has(member.user.id)) continue;
		const user = users.get(member.user.id) ?? userShape(member.user);
		users.set(user.id, user);
		named.push(memberShape(member, user));
	}
	named.sort((one, other) => compareIds(one.user.id, other.user.id));
	return new Map(named.map((member) => [member.user.id, member]));
}

function crowdOf(world: World, guild: WorldGuild): Member[] {
	if (guild.bot !== "present") return [];
	const known = crowds.get(guild);
	if (known) return known;
	const random = createRandom(world.seed, "population").fork(guild.key).fork("crowd");
	const { members } = createCrowd(world, guild, random);
	crowds.set(guild, members);
	return members;
}
