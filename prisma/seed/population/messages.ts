import { type Random, weighted } from "../random";
import { snowflakeAt } from "../snowflake";
import { SMALL_TALK } from "../text/everyday";
import { fill } from "../text/grammar";
import { themeOf } from "../text/themes";
import { WORDS } from "../text/words";
import type { WorldChannel, WorldGuild } from "../world/types";
import type { Crowd, Member } from "./crowd";
import { decorator } from "./decorate";
import { draft, type MessageDraft, type ScheduledMessage } from "./draft";
import { presentUser } from "./executions";
import type { Ledger } from "./ledger";
import { spreadOverHours } from "./rhythm";
import { staffOf } from "./staff";
import type { ThreadDraft } from "./threads";

const HOUR = 3_600_000;

type Place = { channelId: string; channel: WorldChannel };

/** Finds a thread of the channel that is busy at that time; the channel itself where there is none. */
function placeFinder(random: Random, threads: readonly ThreadDraft[]) {
	return (channel: WorldChannel, at: number): Place | undefined => {
		const forum = channel.type === "guild_forum";
		if (!forum && !random.chance(0.06)) return { channelId: channel.id, channel };
		const busy = threads.filter(
			(thread) => thread.parent.id === channel.id && thread.createdAt < at && thread.busyUntil > at,
		);
		if (busy.length > 0) return { channelId: random.pick(busy).id, channel };
		return forum ? undefined : { channelId: channel.id, channel };
	};
}

/** Who may be found talking in a channel: staff in the staff's rooms, anybody who talks elsewhere. */
function speakerFinder(random: Random, crowd: Crowd) {
	const pickAnybody = weighted(
		crowd.members.filter((member) => !member.user.bot && member.activity > 0),
		(member) => member.activity,
	);
	const staff = staffOf(crowd, crowd.guild.key === "harbor" ? "helper" : "organiser");
	return (channel: WorldChannel, at: number, count: number): Member[] => {
		if (channel.theme === "staff") return random.sample(staff, count);
		const found = Array.from({ length: count }, () => presentUser(random, pickAnybody, at));
		return [...new Set(found.filter((member) => member !== undefined))];
	};
}

function vocabulary(guild: WorldGuild): Readonly<Record<string, readonly string[]>> {
	const custom = guild.emojis.map(({ id, name, animated }) => `<${animated ? "a" : ""}:${name}:${id}>`);
	return { emoji: [...custom, "🌊", "⚓"] };
}

/** Writes one server's conversations. `write` fills a batch with about `count` messages of the hour that starts at `start`. */
function conversationWriter(random: Random, crowd: Crowd, threads: readonly ThreadDraft[], ledger: Ledger) {
	const { guild, end } = crowd;
	const channels = guild.channels.filter(
		(channel) => themeOf(channel.theme) && channel.theme !== "announcements",
	);
	const pickChannel = weighted(channels, (channel) => channel.weight);
	const findPlace = placeFinder(random, threads);
	const findSpeakers = speakerFinder(random, crowd);
	const decorate = decorator(random, guild, end);
	const emoji = vocabulary(guild);
	const nextId = idMaker();

	const sentence = (channel: WorldChannel, first: boolean): string => {
		const theme = themeOf(channel.theme);
		const lines = first && theme?.open.length ? theme.open : (theme?.reply ?? []);
		const line = !first && random.chance(0.3) ? random.pick(SMALL_TALK) : random.pick(lines);
		return fill(line, random, theme?.words, emoji, WORDS);
	};

	const say = (
		place: Place,
		at: number,
		speaker: Member,
		previous: MessageDraft | undefined,
	): MessageDraft => {
		const message = draft(nextId(at), { channelId: place.channelId, author: speaker.user, at });
		message.content = sentence(place.channel, previous === undefined);
		if (previous && previous.author.id !== speaker.user.id && random.chance(0.2)) {
			Object.assign(message, { type: "reply", replyTo: previous.id });
			message.mentions.push({ kind: "user", id: previous.author.id });
		} else if (previous && previous.author.id !== speaker.user.id && random.chance(0.07)) {
			message.content = `<@${previous.author.id}> ${message.content}`;
			message.mentions.push({ kind: "user", id: previous.author.id });
		} else if (random.chance(0.008)) {
			const other = random.pick(channels);
			message.content += ` (see <#${other.id}>)`;
			message.mentions.push({ kind: "channel", id: other.id });
		}
		return message;
	};

	const converse = (start: number, length: number): MessageDraft[] => {
		let at = start + Math.floor(random.next() * HOUR * 0.85);
		const channel = pickChannel(random);
		const place = findPlace(channel, at);
		const speakers = place ? findSpeakers(channel, at, random.int(2, 5)) : [];
		if (!place || speakers.length === 0) return [];
		const audience = speakers
			.map((member) => member.user.id)
			.concat(findSpeakers(channel, at, 6).map((member) => member.user.id));
		const messages: MessageDraft[] = [];
		for (let index = 0; index < length; index++) {
			const message = say(
				place,
				Math.min(at, end - random.int(1, 999)),
				random.pick(speakers),
				messages.at(-1),
			);
			decorate(message, channel, [...new Set(audience)]);
			messages.push(message);
			at += Math.floor(random.logNormal(38_000, 0.9));
		}
		remember(ledger, messages);
		return messages;
	};

	return function* hourOf(start: number, count: number) {
		let missing = count;
		while (missing > 0) {
			const messages = converse(start, Math.min(missing, 1 + Math.floor(random.logNormal(4, 0.8))));
			missing -= messages.length;
			yield* messages;
		}
	};
}

function remember(ledger: Ledger, messages: readonly MessageDraft[]): void {
	const first = messages[0];
	const last = messages.at(-1);
	if (!first || !last || messages.length < 16) return;
	const authorIds = [...new Set(messages.map((message) => message.author.id))];
	ledger.talks.push({
		channelId: first.channelId,
		firstId: first.id,
		lastId: last.id,
		at: last.at,
		count: messages.length,
		authorIds,
	});
}

/** Snowflakes whose low bits count up, so that no two messages share an id. */
function idMaker(from = 0): (at: number) => string {
	let low = from;
	return (at) => snowflakeAt(at, low++);
}

/**
 * All messages of a server, exactly `total` of them, in batches of a few thousand in rough order of time: what was
 * scheduled, and conversations around it. The ledger has seen every message once the last batch is out.
 */
export function* messageBatches(
	crowd: Crowd,
	random: Random,
	input: {
		total: number;
		scheduled: readonly ScheduledMessage[];
		threads: readonly ThreadDraft[];
		ledger: Ledger;
	},
): Generator<MessageDraft[]> {
	const { guild, start, end } = crowd;
	const { ledger, scheduled } = input;
	const write = conversationWriter(random, crowd, input.threads, ledger);
	const scheduledId = idMaker(1_000_000);
	const spans = { start, end, total: input.total - scheduled.length, timeZone: guild.timeZone, growth: 2.1 };
	let batch: MessageDraft[] = scheduled.map((message) =>
		draft(scheduledId(message.at), { ...message, at: message.at }),
	);
	for (const hour of spreadOverHours(random, spans)) {
		for (const message of write(hour.start, hour.count)) batch.push(message);
		if (batch.length < 5000) continue;
		for (const message of batch) ledger.note(message);
		yield batch;
		batch = [];
	}
	for (const message of batch) ledger.note(message);
	yield batch;
}
