import type { Random } from "../random";
import { weighted } from "../random";
import { snowflakeAt } from "../snowflake";
import { fill } from "../text/grammar";
import { WORDS } from "../text/words";
import type { WorldChannel } from "../world/types";
import type { Crowd, Member } from "./crowd";
import { presentUser } from "./executions";
import { moments } from "./rhythm";

/** A forum post or a thread. Times in Unix milliseconds. */
export type ThreadDraft = {
	id: string;
	parent: WorldChannel;
	type: "public_thread" | "private_thread";
	name: string;
	/** The opening message of a forum post. */
	question: string | null;
	owner: Member;
	createdAt: number;
	/** Until when people write in it. */
	busyUntil: number;
	tagIds: string[];
	archived: boolean;
	locked: boolean;
};

const DAY = 86_400_000;

const POSTS: readonly (readonly [title: string, question: string, tag: string])[] = [
	[
		"{engine}: tiles flicker when the camera moves",
		"It happens on {platform} only. I tried snapping the camera to whole pixels and turning filtering off. What else can I check?",
		"Code",
	],
	[
		"How do I save a {genre} with procedural rooms?",
		"Right now I store every room, which makes the file {number} MB. Should I store the seed and the changes only?",
		"Code",
	],
	[
		"{language} version of the state machine tutorial?",
		"I followed the talk ({url}) but got lost when states need data. Is there a simple example?",
		"Code",
	],
	[
		"Export to {platform} is black",
		"The editor is fine, the build starts, music plays, screen stays black. {engine} {version}.",
		"Code",
	],
	[
		"Palette for a night harbour",
		"I have {number} colours and everything turns grey. Which ones would you drop?",
		"Art",
	],
	[
		"Walk cycle looks like sliding",
		"{number} frames, 16 by 24 pixels. I think it is the contact pose but I cannot see it.",
		"Art",
	],
	[
		"Looping without a click",
		"There is a tiny click at the loop point in {engine}, not in the editor. File is 44.1 kHz.",
		"Sound",
	],
	[
		"How loud should the music be in a web build?",
		"On phones it is too quiet, on headphones too loud. Is there a number to aim for?",
		"Sound",
	],
	[
		"Do I need a press kit for a free {genre}?",
		"I want to put {project} on {site}. What do people expect there?",
		"Publishing",
	],
	[
		"Price for a {minutes} minute game?",
		"Friends say {number} euros, my gut says free. How did you decide?",
		"Publishing",
	],
	[
		"Player sticks to walls",
		"{engine}, slopes are fine, but when I push against a wall I hang there. Video follows {when}.",
		"Code",
	],
	[
		"Controller works in the menu only",
		"On {platform} the second stick is dead in the game. Which mapping am I missing?",
		"Code",
	],
];

const TOPICS = [
	"Playtest round {number}",
	"{project}: feedback",
	"Jam team {project}",
	"Reading group: level design",
	"{engine} {version} migration",
	"Voice meeting notes",
];

function forumPost(
	random: Random,
	forum: WorldChannel,
	owner: Member,
	createdAt: number,
	low: number,
	end: number,
): ThreadDraft {
	const [title, question, tag] = random.pick(POSTS);
	const old = end - createdAt > 5 * DAY;
	const tags = [tag, ...(old && random.chance(0.62) ? ["Solved"] : [])];
	return {
		id: snowflakeAt(createdAt, low),
		parent: forum,
		type: "public_thread",
		name: fill(title, random, WORDS).slice(0, 100),
		question: fill(question, random, WORDS),
		owner,
		createdAt,
		busyUntil: createdAt + random.logNormal(2.2 * DAY, 0.7),
		tagIds: forum.availableTags
			.filter((candidate) => tags.includes(candidate.name))
			.map((candidate) => candidate.id),
		archived: end - createdAt > 9 * DAY,
		locked: random.chance(0.03),
	};
}

function topicThread(
	random: Random,
	parent: WorldChannel,
	owner: Member,
	createdAt: number,
	low: number,
	end: number,
): ThreadDraft {
	return {
		id: snowflakeAt(createdAt, low),
		parent,
		type: random.chance(0.15) ? "private_thread" : "public_thread",
		name: fill(random.pick(TOPICS), random, WORDS).slice(0, 100),
		question: null,
		owner,
		createdAt,
		busyUntil: createdAt + random.logNormal(4 * DAY, 0.6),
		tagIds: [],
		archived: end - createdAt > 9 * DAY,
		locked: false,
	};
}

/** A server's forum posts and threads, in order of creation. */
export function createThreads(crowd: Crowd, random: Random, posts: number, topics: number): ThreadDraft[] {
	const { guild, members, start, end } = crowd;
	const pickOwner = weighted(
		members.filter((member) => !member.user.bot && member.activity > 0),
		(member) => member.activity ** 0.5,
	);
	const forums = guild.channels.filter((channel) => channel.type === "guild_forum");
	const parents = guild.channels.filter((channel) =>
		["code", "design", "jam", "art"].includes(channel.theme ?? ""),
	);
	const span = { start, end: end - 3_600_000, timeZone: guild.timeZone, growth: 1.8 };
	const threads: ThreadDraft[] = [];
	for (const [low, at] of (forums.length > 0 ? moments(random, { ...span, total: posts }) : []).entries()) {
		const owner = presentUser(random, pickOwner, at);
		if (owner) threads.push(forumPost(random, random.pick(forums), owner, at, 3_000_000 + low, end));
	}
	for (const [low, at] of (parents.length > 0 ? moments(random, { ...span, total: topics }) : []).entries()) {
		const owner = presentUser(random, pickOwner, at);
		if (owner) threads.push(topicThread(random, random.pick(parents), owner, at, 3_100_000 + low, end));
	}
	return threads.sort((one, other) => one.createdAt - other.createdAt);
}
