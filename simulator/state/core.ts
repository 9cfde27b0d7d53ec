import type { APIUser } from "discord-api-types/v10";
import type { World } from "@/prisma/seed/world/types";
import { unknownChannel, unknownGuild, unknownMember } from "../errors";
import { fewMembers, guildCreate } from "../shapes/guild-create";
import { timestamp } from "../shapes/user";
import { type Founded, foundGuilds } from "./founding";
import { Snowflakes } from "./ids";
import { EventStream } from "./stream";
import type { LivingChannel, LivingGuild, LivingMember, LivingMessage, LivingThread } from "./types";

export type DirectChannel = { id: string; userId: string };

/** Where something is written: a guild's channel or thread. */
export type Place = { guild: LivingGuild; channel: LivingChannel; thread?: LivingThread };

/** What all mutations share: the guilds and users, ids and the clock, and the stream that reports what happened. */
export class Core {
	readonly world: World;
	readonly ids: Snowflakes;
	readonly stream = new EventStream();
	/** Unix milliseconds. */
	readonly now: () => number;
	/** People who take no direct messages. */
	readonly closed = new Set<string>();
	/** Direct-message channels by the other person's id. */
	readonly direct = new Map<string, DirectChannel>();
	/** Messages by channel or thread, each oldest first; those of deleted channels stay. */
	readonly messages = new Map<string, Map<string, LivingMessage>>();
	/** The same messages by their author, each oldest first. */
	readonly writings = new Map<string, LivingMessage[]>();
	#founded: Founded | undefined;

	constructor(world: World, now: () => number) {
		this.world = world;
		this.now = now;
		this.ids = new Snowflakes(now);
	}

	get botId(): string {
		return this.world.application.bot.id;
	}

	get guilds(): Map<string, LivingGuild> {
		return this.#all().guilds;
	}

	get users(): Map<string, APIUser> {
		return this.#all().users;
	}

	/** The population is made when first asked for: most tests of the sign-in never need it. */
	#all(): Founded {
		this.#founded ??= foundGuilds(this.world);
		return this.#founded;
	}

	/** Forgets everything that happened. @returns whether anything had, so that sessions know what is no longer true */
	reset(): boolean {
		const changed = this.stream.count > 0;
		if (changed) this.#founded = undefined;
		for (const guild of this.#founded?.guilds.values() ?? []) guild.overrides.clear();
		this.stream.count = 0;
		this.closed.clear();
		this.direct.clear();
		this.messages.clear();
		this.writings.clear();
		return changed;
	}

	/** The time as Discord writes it. */
	time(ms = this.now()): string {
		return timestamp(ms);
	}

	/** @throws DiscordError 10004 */
	guild(guildId: string): LivingGuild {
		const guild = this.guilds.get(guildId);
		if (!guild) throw unknownGuild();
		return guild;
	}

	/** @throws DiscordError 10007 */
	member(guild: LivingGuild, userId: string): LivingMember {
		const member = guild.members.get(userId);
		if (!member) throw unknownMember();
		return member;
	}

	/** A channel, or the thread and the channel it hangs under. @throws DiscordError 10003 */
	place(channelId: string): Place {
		for (const guild of this.guilds.values()) {
			const thread = guild.threads.get(channelId);
			const channel = guild.channels.get(thread?.fields.parent_id ?? channelId);
			if (channel) return thread ? { guild, channel, thread } : { guild, channel };
		}
		throw unknownChannel();
	}

	/** The bot joined a guild: its sessions receive everything in it. */
	arrive(guild: LivingGuild): void {
		this.stream.emit("GUILD_CREATE", guild.id, guildCreate(this, guild, fewMembers));
	}

	/** Ends somebody's voice connection where there is one. */
	leaveVoice(guild: LivingGuild, userId: string): void {
		const voice = guild.voice.get(userId);
		if (!voice) return;
		guild.voice.delete(userId);
		const member = this.member(guild, userId);
		this.stream.emit("VOICE_STATE_UPDATE", guild.id, { ...voice, channel_id: null, member });
	}

	/** The channel in which the bot and somebody write to each other; made when first asked for. */
	directChannel(userId: string): DirectChannel {
		const known = this.direct.get(userId);
		if (known) return known;
		const channel = { id: this.ids.next(), userId };
		this.direct.set(userId, channel);
		return channel;
	}

	isDirect(channelId: string): boolean {
		return [...this.direct.values()].some(({ id }) => id === channelId);
	}

	/** Whether the bot is in a guild, and so hears of it. */
	hears(guild: LivingGuild): boolean {
		return guild.members.has(this.botId);
	}
}
