import { PermissionFlagsBits } from "discord-api-types/v10";
import { nameMaker } from "@/prisma/seed/population/names";
import type { Random } from "@/prisma/seed/random";
import { SMALL_TALK } from "@/prisma/seed/text/everyday";
import { fill } from "@/prisma/seed/text/grammar";
import { themeOf } from "@/prisma/seed/text/themes";
import { WORDS } from "@/prisma/seed/text/words";
import type { SimulatorState } from "../state";
import { guildPermissions } from "../state/permissions";
import type { Actor, LivingGuild, LivingMessage } from "../state/types";

type Later = { at: number; act: () => void };

/** How many messages people still answer, change and react to. */
const memory = 400;

/** Where the play takes place and who is in it: one guild, its people, and what was said last. */
export class Scene {
	readonly state: SimulatorState;
	readonly random: Random;
	readonly guildId: string;
	readonly names: () => { username: string; globalName: string | null };
	/** Who joined during the play and is still there, oldest first. */
	readonly newcomers: string[] = [];
	/** Everything younger than this was made by the play. */
	readonly bornBefore: bigint;
	readonly #people: string[];
	readonly #moderators: string[];
	readonly #themes: ReadonlyMap<string, string | null>;
	#recent: LivingMessage[] = [];
	#later: Later[] = [];

	constructor(state: SimulatorState, guildId: string, random: Random) {
		this.state = state;
		this.guildId = guildId;
		this.random = random;
		this.bornBefore = BigInt(state.core.ids.next());
		this.names = nameMaker(random.fork("names"));
		const guild = state.core.guild(guildId);
		const people = [...guild.members.values()].filter(({ user }) => !user.bot).map(({ user }) => user.id);
		this.#people = random.sample(people, people.length);
		this.#moderators = people.filter((id) => guildPermissions(guild, id) & PermissionFlagsBits.BanMembers);
		const channels = state.world.guilds.find(({ id }) => id === guildId)?.channels ?? [];
		this.#themes = new Map(channels.map(({ id, theme }) => [id, theme]));
	}

	get guild(): LivingGuild {
		return this.state.core.guild(this.guildId);
	}

	/** Somebody who is in the guild; a few are picked much more often than the others. */
	somebody(): string {
		for (;;) {
			const index = Math.floor(this.#people.length * this.random.next() ** 2.5);
			const id = this.#people[index];
			if (id === undefined) throw new Error("everybody has left");
			if (this.guild.members.has(id)) return id;
			const last = this.#people.pop();
			if (last !== undefined && index < this.#people.length) this.#people[index] = last;
		}
	}

	/** Somebody without moderator rights and not one of the named people: whom moderators act on, and who comes and goes. */
	ordinary(): string | undefined {
		const fresh = this.random.chance(0.6)
			? this.newcomers[this.random.int(0, Math.max(0, this.newcomers.length - 1))]
			: undefined;
		if (fresh !== undefined && this.guild.members.has(fresh)) return fresh;
		const known = this.state.world.people;
		for (let tries = 0; tries < 10; tries++) {
			const id = this.somebody();
			const plain = !this.#moderators.includes(id) && !known.some(({ user }) => user.id === id);
			if (plain && id !== this.guild.settings.owner_id) return id;
		}
		return undefined;
	}

	/** A moderator who gives a reason. */
	moderator(reason?: string): Actor {
		const present = this.#moderators.filter((id) => this.guild.members.has(id));
		const userId = present.length > 0 ? this.random.pick(present) : this.guild.settings.owner_id;
		return reason === undefined ? { userId } : { userId, reason };
	}

	/** Somebody has come. */
	welcome(userId: string): void {
		this.#people.push(userId);
		this.newcomers.push(userId);
		if (this.newcomers.length > 200) this.newcomers.shift();
	}

	/** The channels of a kind; 0 is text, 2 voice, 15 forum. */
	channels(type: number): string[] {
		return [...this.guild.channels.values()].filter((channel) => channel.type === type).map(({ id }) => id);
	}

	/** What somebody would say in a channel. */
	words(channelId: string, opening = false): string {
		const parent = this.guild.threads.get(channelId)?.fields.parent_id ?? channelId;
		const theme = themeOf(this.#themes.get(parent) ?? "general") ?? themeOf("general");
		const own = theme && (opening ? theme.open : theme.reply);
		const lines = own && own.length > 0 && this.random.chance(0.75) ? own : SMALL_TALK;
		return fill(this.random.pick(lines), this.random, theme?.words, { emoji: ["🌊", "⚓", "🎮"] }, WORDS);
	}

	/** A message that was written lately and is still there. */
	recent(wanted: (message: LivingMessage) => boolean = () => true): LivingMessage | undefined {
		for (let tries = 0; tries < 8 && this.#recent.length > 0; tries++) {
			const message = this.random.pick(this.#recent);
			if (message.deletedAt === null && this.isPlace(message.fields.channel_id) && wanted(message))
				return message;
		}
		return undefined;
	}

	remember(message: LivingMessage): void {
		this.#recent.push(message);
		if (this.#recent.length > memory) this.#recent = this.#recent.slice(-memory / 2);
	}

	/** Does something after a while, in milliseconds. */
	later(ms: number, act: () => void): void {
		this.#later.push({ at: this.state.now() + ms, act });
	}

	/** Does what is due; with `all`, also what would come later. */
	catchUp(all = false): void {
		const now = all ? Number.POSITIVE_INFINITY : this.state.now();
		const due = this.#later.filter(({ at }) => at <= now);
		if (due.length === 0) return;
		this.#later = this.#later.filter(({ at }) => at > now);
		for (const { act } of due.sort((one, other) => one.at - other.at)) act();
	}

	/** Whether a channel or open thread is there. */
	isPlace(channelId: string): boolean {
		const thread = this.guild.threads.get(channelId);
		return thread ? !thread.fields.thread_metadata.archived : this.guild.channels.has(channelId);
	}
}

/** One thing that happens; false when there was no occasion for it. */
export type Act = (scene: Scene) => boolean;
