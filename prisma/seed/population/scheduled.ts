import type { Random } from "../random";
import { fill } from "../text/grammar";
import { themeOf } from "../text/themes";
import { WORDS } from "../text/words";
import type { World } from "../world/types";
import type { CaseDraft } from "./cases";
import type { Crowd } from "./crowd";
import type { ButtonDraft, EmbedDraft, ScheduledMessage } from "./draft";
import type { ExecutionDraft } from "./executions";
import { staffOf } from "./staff";
import type { ThreadDraft } from "./threads";

const DAY = 86_400_000;

function button(label: string, customId: string, style: ButtonDraft["style"] = "secondary"): ButtonDraft {
	return { style, label, customId, url: null, disabled: false };
}

function joins(crowd: Crowd): ScheduledMessage[] {
	const welcome = crowd.guild.channels.find((channel) => channel.key === "welcome");
	if (!welcome) return [];
	return crowd.members
		.filter((member) => member.joinedAt >= crowd.start && !member.user.bot)
		.map((member) => ({
			channelId: welcome.id,
			author: member.user,
			at: member.joinedAt,
			type: "guild_member_join",
		}));
}

function boosts(crowd: Crowd): ScheduledMessage[] {
	const general = crowd.guild.channels.find((channel) => channel.key === "general");
	if (!general) return [];
	return crowd.members.flatMap(({ user, premiumSince }) =>
		premiumSince === null || premiumSince < crowd.start
			? []
			: {
					channelId: general.id,
					author: user,
					at: Math.floor(premiumSince),
					type: "user_premium_guild_subscription",
				},
	);
}

function answers(world: World, executions: readonly ExecutionDraft[]): ScheduledMessage[] {
	const { bot, id } = world.application;
	return executions.flatMap(({ command, answer, channelId, at, latency, id: interactionId, embeds }) => {
		if (command.ephemeral || answer === null || latency === null) return [];
		const type = command.kind === "chat_input" ? "chat_input_command" : "context_menu_command";
		const message: ScheduledMessage = {
			channelId,
			author: bot,
			at: at + latency,
			type,
			content: answer,
			applicationId: id,
			interactionId,
		};
		if (command.name === "ask")
			message.buttons = [button("That helped", "ask:yes", "success"), button("Open a ticket", "ask:ticket")];
		if (command.name === "poll")
			message.buttons = [
				button("Yes", "poll:yes", "primary"),
				button("No", "poll:no"),
				button("Results", "poll:results"),
			];
		if (command.name === "leaderboard")
			message.buttons = [button("Previous", "board:prev"), button("Next", "board:next")];
		if (embeds > 0)
			message.embeds = [rich(command.name === "rank" ? "Level" : "Leaderboard", answer, 0x3d6a8a, [])];
		return message;
	});
}

function rich(title: string, description: string, color: number, fields: EmbedDraft["fields"]): EmbedDraft {
	return {
		type: "rich",
		title,
		description,
		url: null,
		color,
		footer: "wharfinger",
		provider: null,
		author: null,
		fields,
	};
}

function caseLog(world: World, crowd: Crowd, cases: readonly CaseDraft[]): ScheduledMessage[] {
	const log = crowd.guild.channels.find((channel) => channel.key === "mod-log");
	if (!log) return [];
	return cases.map((entry) => ({
		channelId: log.id,
		author: world.application.bot,
		at: entry.at + 700,
		applicationId: world.application.id,
		embeds: [
			rich(
				`Case ${entry.number} · ${entry.type ?? entry.customType}`,
				entry.reason,
				entry.type?.startsWith("UN") ? 0x4f9d69 : 0xc8553d,
				[
					{ name: "Member", value: `<@${entry.user.user.id}>`, inline: true },
					{ name: "Moderator", value: `<@${entry.moderator.user.id}>`, inline: true },
					...(entry.expiresAt === null
						? []
						: [{ name: "Until", value: `<t:${Math.round(entry.expiresAt / 1000)}:f>`, inline: true }]),
				],
			),
		],
	}));
}

function announcements(crowd: Crowd, random: Random): ScheduledMessage[] {
	const theme = themeOf("announcements");
	const channel = crowd.guild.channels.find((candidate) => candidate.key === "announcements");
	if (!channel || !theme) return [];
	const authors = staffOf(crowd, "manager");
	const messages: ScheduledMessage[] = [];
	for (
		let at = crowd.start + 2 * DAY;
		at < crowd.end;
		at += random.int(5, 11) * DAY + random.int(0, 9) * 3_600_000
	) {
		const unknown = random.int(18, 140);
		messages.push({
			channelId: channel.id,
			author: random.pick(authors).user,
			at,
			content: `@everyone ${fill(random.pick(theme.open), random, { emoji: ["🏮", "⚓", "🎉"] }, WORDS)}`,
			mentionsEveryone: true,
			pinned: random.chance(0.12),
			reactions: [{ emoji: { id: null, name: "🎉", animated: false }, userIds: [], unknown }],
		});
	}
	return messages;
}

function posts(threads: readonly ThreadDraft[]): ScheduledMessage[] {
	return threads.flatMap(({ id, question, owner, createdAt }) =>
		question === null ? [] : { channelId: id, author: owner.user, at: createdAt, content: question },
	);
}

/** Everything that is said because something else happened, in order of time. */
export function scheduledMessages(
	world: World,
	crowd: Crowd,
	random: Random,
	caused: {
		cases: readonly CaseDraft[];
		executions: readonly ExecutionDraft[];
		threads: readonly ThreadDraft[];
	},
): ScheduledMessage[] {
	return [
		...joins(crowd),
		...boosts(crowd),
		...answers(world, caused.executions),
		...caseLog(world, crowd, caused.cases),
		...announcements(crowd, random),
		...posts(caused.threads),
	]
		.filter(({ at }) => at >= crowd.start && at < crowd.end)
		.sort((one, other) => one.at - other.at);
}
