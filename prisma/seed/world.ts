import { PermissionFlagsBits } from "discord-api-types/v10";
import { ALL_BITS, union } from "./world/build";
import { createCartridge } from "./world/cartridge";
import { createElsewhere } from "./world/elsewhere";
import { createHarbor } from "./world/harbor";
import { BOT, PEOPLE } from "./world/people";
import { createTrail } from "./world/trail";
import type { World, WorldGuild } from "./world/types";

const HOUR = 3_600_000;

/** One entry of Discord's `GET /users/@me/guilds`, with `with_counts`. */
export type PartialGuild = {
	id: string;
	name: string;
	icon: string | null;
	banner: null;
	owner: boolean;
	permissions: string;
	features: string[];
	approximate_member_count: number;
	approximate_presence_count: number;
};

/**
 * The core of the demo that the database and the simulated Discord share: application, people, servers.
 * Pure and deterministic. Ids do not depend on `seed` or `now`; times do, so that the demo looks current.
 */
export function createWorld({ seed = 1, now = new Date() }: { seed?: number; now?: Date } = {}): World {
	const hour = Math.floor(now.getTime() / HOUR) * HOUR;
	return {
		seed,
		now: hour,
		application: {
			id: BOT.id,
			name: "Wharfinger",
			description: "Moderation, support and small comforts for communities.",
			bot: BOT,
		},
		people: [...PEOPLE],
		guilds: [createHarbor(hour), createTrail(hour), createCartridge(hour), ...createElsewhere()],
	};
}

/** A server by its key. @throws Error when the world has none. */
export function guildByKey(world: World, key: WorldGuild["key"]): WorldGuild {
	const guild = world.guilds.find((candidate) => candidate.key === key);
	if (!guild) throw new Error(`the world has no server ${key}`);
	return guild;
}

/**
 * A member's permissions across the server (before channel overwrites), as Discord reports them: @everyone and the
 * member's roles together; everything for the owner and for administrators.
 */
export function basePermissions(guild: WorldGuild, userId: string, roleIds: readonly string[]): string {
	if (guild.ownerId === userId) return ALL_BITS;
	const held = guild.roles.filter((role) => role.id === guild.id || roleIds.includes(role.id));
	const combined = union(...held.map((role) => role.permissions));
	return (BigInt(combined) & PermissionFlagsBits.Administrator) === 0n ? combined : ALL_BITS;
}

/** What `GET /users/@me/guilds` answers for one of the six people. */
export function userGuilds(world: World, userId: string): PartialGuild[] {
	return world.guilds.flatMap((guild) => {
		const member = guild.members.find((candidate) => candidate.userId === userId);
		if (!member) return [];
		return {
			id: guild.id,
			name: guild.name,
			icon: guild.icon,
			banner: null,
			owner: guild.ownerId === userId,
			permissions: basePermissions(guild, userId, member.roleIds),
			features: guild.features,
			approximate_member_count: guild.memberCount,
			approximate_presence_count: guild.presenceCount,
		};
	});
}
