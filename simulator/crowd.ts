import { createCrowd } from "@/prisma/seed/population/crowd";
import { createRandom } from "@/prisma/seed/random";
import type { World, WorldGuild, WorldMember, WorldUser } from "@/prisma/seed/world/types";

type Register = { members: Map<string, WorldMember>; users: Map<string, WorldUser> };

/** The members beyond the named people, the same as in the demo's database; made when first asked for. */
export class CrowdRegister {
	readonly #world: World;
	readonly #registers = new Map<string, Register>();

	constructor(world: World) {
		this.#world = world;
	}

	member(guild: WorldGuild, userId: string): WorldMember | undefined {
		return this.#of(guild).members.get(userId);
	}

	members(guild: WorldGuild): Iterable<WorldMember> {
		return this.#of(guild).members.values();
	}

	user(userId: string): WorldUser | undefined {
		for (const guild of this.#world.guilds) {
			const user = this.#of(guild).users.get(userId);
			if (user) return user;
		}
		return undefined;
	}

	#of(guild: WorldGuild): Register {
		const known = this.#registers.get(guild.id);
		if (known) return known;
		const register: Register = { members: new Map(), users: new Map() };
		this.#registers.set(guild.id, register);
		if (guild.bot !== "present") return register;
		const named = new Set(guild.members.map((member) => member.userId));
		const random = createRandom(this.#world.seed, "population").fork(guild.key).fork("crowd");
		for (const { user, nick, roleIds, joinedAt, leftAt } of createCrowd(this.#world, guild, random).members) {
			if (leftAt !== null || named.has(user.id)) continue;
			register.users.set(user.id, user);
			register.members.set(user.id, { userId: user.id, nick, roleIds, joinedAt });
		}
		return register;
	}
}
