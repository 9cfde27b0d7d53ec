import { type Random, weighted } from "../random";
import { snowflakeAt } from "../snowflake";
import type { CaseDraft } from "./cases";
import { COMMANDS, type CommandSpec } from "./commands";
import type { Crowd, Member } from "./crowd";
import { answerOf, errorOf, optionsOf } from "./execution-text";
import { moments } from "./rhythm";
import { staffOf } from "./staff";

/** One use of a command. Times in Unix milliseconds. */
export type ExecutionDraft = {
	id: string;
	command: CommandSpec;
	user: Member;
	channelId: string;
	options: readonly { name: string; type: number; value: string | number }[];
	at: number;
	/** Milliseconds until the answer; null when there was none. */
	latency: number | null;
	deferred: boolean;
	error: string | null;
	answer: string | null;
	embeds: number;
};

const DAY = 86_400_000;

/** The chance that a use fails; `/ask` had a bad week and `/leaderboard` has been failing since yesterday. */
function failureRate(command: CommandSpec, at: number, end: number): number {
	const daysAgo = (end - at) / DAY;
	if (command.name === "ask" && daysAgo > 131 && daysAgo < 138) return 0.31;
	if (command.name === "leaderboard" && daysAgo < 1.6) return 0.62;
	if (command.name === "ask") return 0.035;
	if (command.name === "purge") return 0.06;
	return 0.011;
}

function execute(
	random: Random,
	end: number,
	input: Pick<ExecutionDraft, "command" | "user" | "channelId" | "at" | "options"> & { low: number },
): ExecutionDraft {
	const { low, ...rest } = input;
	const { command, at } = rest;
	const failed = random.chance(failureRate(command, at, end));
	const slow = failed && random.chance(0.4);
	const latency = Math.round(random.logNormal(command.latency * (slow ? 12 : 1), 0.42));
	const error = failed ? errorOf(random, command, latency) : null;
	return {
		...rest,
		id: snowflakeAt(at, low),
		latency: error?.startsWith("Unknown interaction") ? null : latency,
		deferred: command.latency > 800,
		error,
		answer: error === null ? answerOf(random, command, rest.options) : null,
		embeds: error === null && ["rank", "leaderboard", "case", "View record"].includes(command.name) ? 1 : 0,
	};
}

function caseExecutions(
	random: Random,
	crowd: Crowd,
	cases: readonly CaseDraft[],
	channelId: string,
): ExecutionDraft[] {
	return cases.flatMap((entry, index) => {
		const command = COMMANDS.find(({ name }) => name === entry.type?.toLowerCase());
		if (!command || entry.user.raider || !random.chance(0.8)) return [];
		const options = [
			{ name: "user", type: 6, value: entry.user.user.id },
			{ name: "reason", type: 3, value: entry.reason },
		];
		const at = entry.at - 400;
		return execute(random, crowd.end, {
			command,
			user: entry.moderator,
			channelId,
			at,
			options,
			low: 2_000_000 + index,
		});
	});
}

/** Every use of a command in a server, in order of time; the moderators' commands match the cases they made. */
export function createExecutions(
	crowd: Crowd,
	random: Random,
	total: number,
	cases: readonly CaseDraft[],
): ExecutionDraft[] {
	const { guild, members, start, end } = crowd;
	const available = COMMANDS.filter((command) => (command.guild ?? guild.key) === guild.key);
	const pickCommand = weighted(available, (command) => command.weight);
	const users = members.filter((member) => !member.user.bot && member.activity > 0);
	const pickUser = weighted(users, (member) => member.activity ** 0.8);
	const staff = staffOf(crowd, "helper");
	const channels = guild.channels.filter((channel) => channel.weight > 0 && channel.overwrites.length < 3);
	const pickChannel = weighted(channels, (channel) => (channel.theme === "commands" ? 60 : channel.weight));
	const modChannel = guild.channels.find((channel) => channel.key === "mod-chat") ?? channels[0];
	const executions = modChannel ? caseExecutions(random, crowd, cases, modChannel.id) : [];
	const times = moments(random, { start, end, total, timeZone: guild.timeZone, growth: 2.2 });
	for (const [low, at] of times.entries()) {
		const command = pickCommand(random);
		const user = command.staff ? random.pick(staff) : presentUser(random, pickUser, at);
		if (!user) continue;
		const channelId = command.staff && modChannel ? modChannel.id : pickChannel(random).id;
		const options = optionsOf(random, command, users);
		executions.push(execute(random, end, { command, user, channelId, at, options, low }));
	}
	return executions.sort((one, other) => one.at - other.at);
}

/** Somebody who was in the server at that time, or nobody after some tries. */
export function presentUser(
	random: Random,
	pick: (random: Random) => Member,
	at: number,
): Member | undefined {
	for (let attempt = 0; attempt < 12; attempt++) {
		const member = pick(random);
		if (member.joinedAt < at && (member.leftAt ?? Number.POSITIVE_INFINITY) > at) return member;
	}
	return undefined;
}
