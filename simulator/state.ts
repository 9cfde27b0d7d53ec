import { basePermissions, createWorld } from "@/prisma/seed/world";
import { ALL_BITS } from "@/prisma/seed/world/build";
import type { World, WorldGuild, WorldMember, WorldUser } from "@/prisma/seed/world/types";
import { CrowdRegister } from "./crowd";
import { Faults, type Knob } from "./knobs";
import { Codes } from "./oauth/codes";
import { Tokens } from "./oauth/tokens";
import { RateLimiter, type RateLimitSettings } from "./rate-limit";
import { RequestLog } from "./request-log";

export type ClientSettings = {
	clientId: string;
	clientSecret: string;
	botToken: string;
	/** Redirect addresses registered for the application; null accepts any on this machine. */
	redirectUris: string[] | null;
};

export type StateSettings = ClientSettings & {
	seed: number;
	now: () => Date;
	rateLimit: RateLimitSettings;
};

/** Everything the simulated Discord knows: the demo's population, what tests changed about it, and its tokens. */
export class SimulatorState {
	readonly client: ClientSettings;
	readonly world: World;
	readonly #crowd: CrowdRegister;
	readonly codes: Codes;
	readonly tokens: Tokens;
	readonly faults = new Faults();
	readonly log = new RequestLog();
	readonly limiter: RateLimiter;
	readonly now: () => number;
	#members = new Map<string, Map<string, WorldMember>>();
	readonly #permissions = new Map<string, string>();

	constructor(settings: StateSettings) {
		const { seed, now, rateLimit, ...client } = settings;
		this.client = client;
		this.now = () => now().getTime();
		this.world = createWorld({ seed, now: now() });
		this.#crowd = new CrowdRegister(this.world);
		this.codes = new Codes(this.now);
		this.tokens = new Tokens(client.clientSecret, this.now);
		this.limiter = new RateLimiter(rateLimit);
		this.#fillMembers();
	}

	guild(guildId: string): WorldGuild | undefined {
		return this.world.guilds.find((guild) => guild.id === guildId);
	}

	/** The bot, one of the six people, or one of a crowd. */
	user(userId: string): WorldUser | undefined {
		const { application, people } = this.world;
		if (userId === application.bot.id) return application.bot;
		return people.find((person) => person.user.id === userId)?.user ?? this.#crowd.user(userId);
	}

	member(guildId: string, userId: string): WorldMember | undefined {
		const named = this.#members.get(guildId)?.get(userId);
		if (named || this.#isNamed(userId)) return named;
		const guild = this.guild(guildId);
		return guild && this.#crowd.member(guild, userId);
	}

	/** A guild's members by rising id. */
	members(guild: WorldGuild): WorldMember[] {
		const named = this.#members.get(guild.id)?.values() ?? [];
		return [...named, ...this.#crowd.members(guild)].sort((one, other) =>
			compareIds(one.userId, other.userId),
		);
	}

	/** The guilds someone is in, by rising id. */
	guildsOf(userId: string): WorldGuild[] {
		const guilds = this.world.guilds.filter((guild) => this.member(guild.id, userId));
		return guilds.sort((one, other) => compareIds(one.id, other.id));
	}

	/** A member's permissions across the guild as a decimal string, "0" for someone who is not in it. */
	permissions(guild: WorldGuild, userId: string): string {
		const member = this.member(guild.id, userId);
		if (!member) return "0";
		if (guild.ownerId === userId) return ALL_BITS;
		return this.#permissions.get(`${guild.id}/${userId}`) ?? basePermissions(guild, userId, member.roleIds);
	}

	/** Adds the bot to a guild, as the invite page does. */
	addBot(guildId: string): void {
		const bot = this.world.application.bot.id;
		this.#members.get(guildId)?.set(bot, { userId: bot, nick: null, roleIds: [], joinedAt: this.now() });
	}

	/** Does what a test asked for; faults wait for requests, everything else is true at once. */
	turn(knob: Knob): void {
		switch (knob.kind) {
			case "permissions":
				this.#override(`${knob.guildId}/${knob.userId}`, knob.permissions);
				break;
			case "leave":
				this.#members.get(knob.guildId)?.delete(knob.userId);
				break;
			case "add_role":
			case "remove_role":
				this.#changeRole(knob.guildId, knob.userId, knob.roleId, knob.kind === "add_role");
				break;
			case "revoke_tokens":
				this.tokens.revokePerson(knob.userId);
				break;
			case "reset":
				this.#reset();
				break;
			default:
				this.faults.arm(knob);
		}
	}

	#isNamed(userId: string): boolean {
		const { application, people } = this.world;
		return userId === application.bot.id || people.some((person) => person.user.id === userId);
	}

	#override(key: string, permissions: string | null): void {
		if (permissions === null) this.#permissions.delete(key);
		else this.#permissions.set(key, permissions);
	}

	#changeRole(guildId: string, userId: string, roleId: string, held: boolean): void {
		const member = this.member(guildId, userId);
		if (!member) return;
		const others = member.roleIds.filter((id) => id !== roleId);
		this.#members.get(guildId)?.set(userId, { ...member, roleIds: held ? [...others, roleId] : others });
	}

	#fillMembers(): void {
		this.#members = new Map(
			this.world.guilds.map((guild) => [
				guild.id,
				new Map(guild.members.map((member) => [member.userId, member])),
			]),
		);
	}

	#reset(): void {
		this.#fillMembers();
		this.#permissions.clear();
		this.faults.clear();
		this.codes.clear();
		this.tokens.clear();
		this.limiter.clear();
		this.log.clear();
	}
}

/** Orders snowflakes by their number, which is their age. */
export function compareIds(one: string, other: string): number {
	const [left, right] = [BigInt(one), BigInt(other)];
	return left < right ? -1 : left > right ? 1 : 0;
}
