import type { APIUser } from "discord-api-types/v10";
import { createWorld } from "@/prisma/seed/world";
import type { World } from "@/prisma/seed/world/types";
import { Gateway, type GatewaySettings } from "./gateway/gateway";
import { Faults, type Knob } from "./knobs";
import { Codes } from "./oauth/codes";
import { Tokens } from "./oauth/tokens";
import { RateLimiter, type RateLimitSettings } from "./rate-limit";
import { RequestLog } from "./request-log";
import { Bans } from "./state/bans";
import { Channels } from "./state/channels";
import { Core } from "./state/core";
import { Expressions } from "./state/expressions";
import { Guilds } from "./state/guilds";
import { compareIds } from "./state/ids";
import { Interactions } from "./state/interactions";
import { Invites } from "./state/invites";
import { Members } from "./state/members";
import { Messages } from "./state/messages";
import { guildPermissions } from "./state/permissions";
import { Reactions } from "./state/reactions";
import { Roles } from "./state/roles";
import { ScheduledEvents } from "./state/scheduled-events";
import { Threads } from "./state/threads";
import type { LivingGuild, LivingMember } from "./state/types";
import { Voice } from "./state/voice";
import { Webhooks } from "./state/webhooks";

export type ClientSettings = {
	clientId: string;
	clientSecret: string;
	botToken: string;
	/** Redirect addresses registered for the application; null accepts any on this machine. */
	redirectUris: string[] | null;
};

export type StateSettings = ClientSettings & {
	seed: number;
	/** The moment at which the demo's history ends and the simulated one begins; now unless said. */
	since?: Date;
	now: () => Date;
	rateLimit: RateLimitSettings;
	gateway?: Partial<GatewaySettings>;
};

/** Everything the simulated Discord knows: the demo's population, what happened to it since, and its tokens. */
export class SimulatorState {
	readonly client: ClientSettings;
	readonly world: World;
	readonly core: Core;
	readonly codes: Codes;
	readonly tokens: Tokens;
	readonly faults = new Faults();
	readonly log = new RequestLog();
	readonly limiter: RateLimiter;
	readonly now: () => number;
	readonly gateway: Gateway;
	readonly guilds: Guilds;
	readonly members: Members;
	readonly messages: Messages;
	readonly reactions: Reactions;
	readonly bans: Bans;
	readonly roles: Roles;
	readonly channels: Channels;
	readonly threads: Threads;
	readonly voice: Voice;
	readonly events: ScheduledEvents;
	readonly invites: Invites;
	readonly webhooks: Webhooks;
	readonly expressions: Expressions;
	readonly interactions: Interactions;

	constructor(settings: StateSettings) {
		const { seed, now, since = now(), rateLimit, gateway = {}, ...client } = settings;
		this.client = client;
		this.now = () => now().getTime();
		this.world = createWorld({ seed, now: since });
		this.core = new Core(this.world, this.now);
		this.codes = new Codes(this.now);
		this.tokens = new Tokens(client.clientSecret, this.now);
		this.limiter = new RateLimiter(rateLimit);
		this.gateway = new Gateway(this.core, gateway);
		this.guilds = new Guilds(this.core);
		this.members = new Members(this.core, this.guilds);
		this.messages = new Messages(this.core);
		this.reactions = new Reactions(this.core, this.messages);
		this.bans = new Bans(this.core, this.members, this.messages);
		this.roles = new Roles(this.core);
		this.channels = new Channels(this.core);
		this.threads = new Threads(this.core);
		this.voice = new Voice(this.core);
		this.events = new ScheduledEvents(this.core);
		this.invites = new Invites(this.core);
		this.webhooks = new Webhooks(this.core);
		this.expressions = new Expressions(this.core);
		this.interactions = new Interactions(this.core, this.messages);
	}

	get botId(): string {
		return this.core.botId;
	}

	guild(guildId: string): LivingGuild | undefined {
		return this.core.guilds.get(guildId);
	}

	/** The bot, one of the six people, or one of a crowd. */
	user(userId: string): APIUser | undefined {
		return this.core.users.get(userId);
	}

	member(guildId: string, userId: string): LivingMember | undefined {
		return this.guild(guildId)?.members.get(userId);
	}

	/** The guilds someone is in, by rising id. */
	guildsOf(userId: string): LivingGuild[] {
		const guilds = [...this.core.guilds.values()].filter((guild) => guild.members.has(userId));
		return guilds.sort((one, other) => compareIds(one.id, other.id));
	}

	/** A member's permissions across the guild as a decimal string, "0" for someone who is not in it. */
	permissions(guild: LivingGuild, userId: string): string {
		return guildPermissions(guild, userId).toString();
	}

	/** Adds the bot to a guild, as the invite page does. */
	addBot(guildId: string): void {
		const bot = this.core.users.get(this.botId);
		if (bot) this.members.add(guildId, bot);
	}

	/** Does what a test asked for; faults wait for requests, everything else is true at once. */
	turn(knob: Knob): void {
		switch (knob.kind) {
			case "permissions":
				this.#override(knob.guildId, knob.userId, knob.permissions);
				break;
			case "leave":
				if (this.guild(knob.guildId)) this.members.remove(knob.guildId, knob.userId);
				break;
			case "add_role":
			case "remove_role":
				this.#changeRole(knob.guildId, knob.userId, knob.roleId, knob.kind === "add_role");
				break;
			case "revoke_tokens":
				this.tokens.revokePerson(knob.userId);
				break;
			case "dm_closed":
				if (knob.closed) this.core.closed.add(knob.userId);
				else this.core.closed.delete(knob.userId);
				break;
			case "gateway_drop":
			case "gateway_close":
			case "gateway_reconnect":
			case "gateway_pause":
			case "invalid_session":
				this.gateway.turn(knob);
				break;
			case "reset":
				this.#reset();
				break;
			default:
				this.faults.arm(knob);
		}
	}

	#override(guildId: string, userId: string, permissions: string | null): void {
		const overrides = this.guild(guildId)?.overrides;
		if (permissions === null) overrides?.delete(userId);
		else overrides?.set(userId, permissions);
	}

	#changeRole(guildId: string, userId: string, roleId: string, held: boolean): void {
		if (!this.member(guildId, userId)) return;
		this.members.setRole(guildId, userId, roleId, held);
	}

	#reset(): void {
		if (this.core.reset()) this.gateway.clear();
		this.gateway.turn({ kind: "gateway_pause", paused: false });
		this.faults.clear();
		this.codes.clear();
		this.tokens.clear();
		this.limiter.clear();
		this.log.clear();
	}
}
