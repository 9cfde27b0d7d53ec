import { type Random, weighted } from "../random";
import { snowflakeAt } from "../snowflake";
import { SMALL_TALK } from "../text/everyday";
import { fill } from "../text/grammar";
import { themeOf } from "../text/themes";
import { WORDS } from "../text/words";
import type { WorldChannel } from "../world/types";
import type { Crowd, Member } from "./crowd";
import { type Decorator, decorator } from "./decorate";
import { draft, type MessageDraft } from "./draft";
import { presentUser } from "./executions";
import type { Ledger } from "./ledger";
import { staffOf } from "./staff";
import type { ThreadDraft } from "./threads";

const HOUR = 3_600_000;
/** From how many messages on a conversation is worth a summary. */
const LONG_TALK = 16;

type Place = { channelId: string; channel: WorldChannel };

/** Writes one server's conversations: somebody starts, some others carry on, with pauses between them. */
export class ConversationWriter {
	readonly #random: Random;
	readonly #crowd: Crowd;
	readonly #threads: readonly ThreadDraft[];
	readonly #ledger: Ledger;
	readonly #channels: readonly WorldChannel[];
	readonly #pickChannel: (random: Random) => WorldChannel;
	readonly #pickAnybody: (random: Random) => Member;
	readonly #staff: readonly Member[];
	readonly #decorate: Decorator;
	readonly #emoji: Readonly<Record<string, readonly string[]>>;
	#low = 0;

	constructor(random: Random, crowd: Crowd, threads: readonly ThreadDraft[], ledger: Ledger) {
		const { guild, members, end } = crowd;
		const talkers = members.filter((member) => !member.user.bot && member.activity > 0);
		const custom = guild.emojis.map(({ id, name, animated }) => `<${animated ? "a" : ""}:${name}:${id}>`);
		this.#random = random;
		this.#crowd = crowd;
		this.#threads = threads;
		this.#ledger = ledger;
		this.#channels = guild.channels.filter(({ theme }) => themeOf(theme) && theme !== "announcements");
		this.#pickChannel = weighted(this.#channels, (channel) => channel.weight);
		this.#pickAnybody = weighted(talkers, (member) => member.activity);
		this.#staff = staffOf(crowd, guild.key === "harbor" ? "helper" : "organiser");
		this.#decorate = decorator(random, guild, end);
		this.#emoji = { emoji: [...custom, "🌊", "⚓"] };
	}

	/** Exactly `count` messages of conversations that begin in the hour that starts at `start` (Unix milliseconds). */
	*hour(start: number, count: number): Generator<MessageDraft> {
		let missing = count;
		while (missing > 0) {
			const messages = this.#converse(
				start,
				Math.min(missing, 1 + Math.floor(this.#random.logNormal(4, 0.8))),
			);
			missing -= messages.length;
			yield* messages;
		}
	}

	#converse(start: number, length: number): MessageDraft[] {
		let at = start + Math.floor(this.#random.next() * HOUR * 0.85);
		const channel = this.#pickChannel(this.#random);
		const place = this.#place(channel, at);
		const speakers = place ? this.#people(channel, at, this.#random.int(2, 5)) : [];
		if (!place || speakers.length === 0) return [];
		const audience = [...speakers, ...this.#people(channel, at, 6)].map((member) => member.user.id);
		const messages: MessageDraft[] = [];
		for (let index = 0; index < length; index++) {
			const inTime = Math.min(at, this.#crowd.end - this.#random.int(1, 999));
			const message = this.#say(place, inTime, this.#random.pick(speakers), messages.at(-1));
			this.#decorate(message, channel, [...new Set(audience)]);
			messages.push(message);
			at += Math.floor(this.#random.logNormal(38_000, 0.9));
		}
		this.#remember(messages);
		return messages;
	}

	/** A thread of the channel that is busy at that time, or the channel itself; a forum has nothing but posts. */
	#place(channel: WorldChannel, at: number): Place | undefined {
		const forum = channel.type === "guild_forum";
		if (!forum && !this.#random.chance(0.06)) return { channelId: channel.id, channel };
		const busy = this.#threads.filter(
			(thread) => thread.parent.id === channel.id && thread.createdAt < at && thread.busyUntil > at,
		);
		if (busy.length > 0) return { channelId: this.#random.pick(busy).id, channel };
		return forum ? undefined : { channelId: channel.id, channel };
	}

	/** Staff in the staff's rooms, anybody who talks elsewhere. */
	#people(channel: WorldChannel, at: number, count: number): Member[] {
		if (channel.theme === "staff") return this.#random.sample(this.#staff, count);
		const found = Array.from({ length: count }, () => presentUser(this.#random, this.#pickAnybody, at));
		return [...new Set(found.filter((member) => member !== undefined))];
	}

	#say(place: Place, at: number, speaker: Member, previous: MessageDraft | undefined): MessageDraft {
		const message = draft(snowflakeAt(at, this.#low++), {
			channelId: place.channelId,
			author: speaker.user,
			at,
		});
		message.content = this.#sentence(place.channel, previous === undefined);
		const other = previous && previous.author.id !== speaker.user.id ? previous : undefined;
		if (other && this.#random.chance(0.2)) {
			Object.assign(message, { type: "reply", replyTo: other.id });
			message.mentions.push({ kind: "user", id: other.author.id });
		} else if (other && this.#random.chance(0.07)) {
			message.content = `<@${other.author.id}> ${message.content}`;
			message.mentions.push({ kind: "user", id: other.author.id });
		} else if (this.#random.chance(0.008)) {
			const elsewhere = this.#random.pick(this.#channels);
			message.content += ` (see <#${elsewhere.id}>)`;
			message.mentions.push({ kind: "channel", id: elsewhere.id });
		}
		return message;
	}

	#sentence(channel: WorldChannel, first: boolean): string {
		const theme = themeOf(channel.theme);
		const lines = first && theme?.open.length ? theme.open : (theme?.reply ?? []);
		const line = this.#random.pick(!first && this.#random.chance(0.3) ? SMALL_TALK : lines);
		return fill(line, this.#random, theme?.words, this.#emoji, WORDS);
	}

	#remember(messages: readonly MessageDraft[]): void {
		const first = messages[0];
		const last = messages.at(-1);
		if (!first || !last || messages.length < LONG_TALK) return;
		this.#ledger.talks.push({
			channelId: first.channelId,
			firstId: first.id,
			lastId: last.id,
			at: last.at,
			count: messages.length,
			authorIds: [...new Set(messages.map((message) => message.author.id))],
		});
	}
}
