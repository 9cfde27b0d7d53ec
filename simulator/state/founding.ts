import type { APIUser } from "discord-api-types/v10";
import { createPopulation } from "@/prisma/seed/population";
import type { Member } from "@/prisma/seed/population/crowd";
import type { Server, Standing } from "@/prisma/seed/population/server";
import type { World, WorldGuild } from "@/prisma/seed/world/types";
import { channelShape } from "../shapes/channel";
import { emojiShape, roleShape, settingsShape, stickerShape } from "../shapes/guild";
import { memberShape, userShape } from "../shapes/user";
import { inherit } from "./heritage";
import { compareIds } from "./ids";
import type { LivingGuild, LivingMember } from "./types";

export type Founded = { users: Map<string, APIUser>; guilds: Map<string, LivingGuild> };

type Known = { server: Server; standing: Standing };

const populations = new WeakMap<World, readonly Known[]>();

/** The demo's population as it was made, ready to change: the same as in the demo's database. */
export function foundGuilds(world: World): Founded {
	const users = new Map<string, APIUser>();
	for (const user of [world.application.bot, ...world.people.map((person) => person.user)]) {
		users.set(user.id, userShape(user));
	}
	const guilds = world.guilds.map((guild): [string, LivingGuild] => {
		const known = guild.bot === "present" ? populationOf(world, guild) : undefined;
		const founded = foundGuild(guild, known?.server.crowd.members ?? [], users);
		if (known) inherit(founded, known.standing, users, world.now);
		return [guild.id, founded];
	});
	return { users, guilds: new Map(guilds) };
}

/** Making a population takes a moment, so each world's is kept. */
function populationOf(world: World, guild: WorldGuild): Known | undefined {
	const known =
		populations.get(world) ??
		createPopulation(world).servers.map((server) => ({ server, standing: server.standing() }));
	populations.set(world, known);
	return known.find(({ server }) => server.guild.id === guild.id);
}

function foundGuild(guild: WorldGuild, crowd: readonly Member[], users: Map<string, APIUser>): LivingGuild {
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
		members: foundMembers(guild, crowd, users),
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
	guild: WorldGuild,
	crowd: readonly Member[],
	users: Map<string, APIUser>,
): Map<string, LivingMember> {
	const named = guild.members.flatMap((member): LivingMember[] => {
		const user = users.get(member.userId);
		return user ? [memberShape(member, user)] : [];
	});
	const present = new Set(named.map((member) => member.user.id));
	for (const member of crowd) {
		if (member.leftAt !== null || present.has(member.user.id)) continue;
		const user = users.get(member.user.id) ?? userShape(member.user);
		users.set(user.id, user);
		named.push(memberShape(member, user));
	}
	named.sort((one, other) => compareIds(one.user.id, other.user.id));
	return new Map(named.map((member) => [member.user.id, member]));
}
