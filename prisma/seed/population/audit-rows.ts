import type { Random } from "../random";
import { snowflakeAt } from "../snowflake";
import type { World } from "../world/types";
import type { CaseDraft } from "./cases";
import type { Crowd } from "./crowd";
import type { ExecutionDraft } from "./executions";
import type { Ledger, Sample } from "./ledger";
import { moments } from "./rhythm";
import { at, json, type Row, type TableRows } from "./rows";
import { staffOf } from "./staff";

/** Discord's numbers for what a case does. */
const CASE_ACTIONS: Readonly<Record<string, number>> = {
	BAN: 22,
	TEMPBAN: 22,
	HACKBAN: 22,
	UNBAN: 23,
	KICK: 20,
	TIMEOUT: 24,
	UNTIMEOUT: 24,
	JAIL: 25,
	UNJAIL: 25,
};

type Native = {
	action: number;
	target: string | null;
	changes: unknown;
	options: unknown;
	reason: string | null;
};

function caseEntry(crowd: Crowd, entry: CaseDraft): Native | undefined {
	const action = CASE_ACTIONS[entry.type ?? ""];
	if (action === undefined) return undefined;
	const until = entry.expiresAt === null ? undefined : new Date(entry.expiresAt).toISOString();
	const muted = crowd.guild.roles.find((role) => role.key === "muted");
	const role = muted && [{ id: muted.id, name: muted.name }];
	const changes =
		action === 24
			? [{ key: "communication_disabled_until", ...(until ? { new_value: until } : {}) }]
			: action === 25
				? [{ key: entry.type === "JAIL" ? "$add" : "$remove", new_value: role }]
				: null;
	return { action, target: entry.user.user.id, changes, options: null, reason: entry.reason };
}

function deletion(message: Sample): Native {
	return {
		action: 72,
		target: message.authorId,
		changes: null,
		options: { channel_id: message.channelId, count: "1" },
		reason: null,
	};
}

/** The everyday work of a server's staff. */
function errand(random: Random, crowd: Crowd): Native {
	const { guild, members } = crowd;
	const channel = random.pick(guild.channels);
	const role = random.pick(
		guild.roles.filter((candidate) => candidate.key !== "everyone" && !candidate.managed),
	);
	const member = random.pick(members).user.id;
	const kinds: readonly (() => Native)[] = [
		() => ({
			action: 25,
			target: member,
			changes: [{ key: "$add", new_value: [{ id: role.id, name: role.name }] }],
			options: null,
			reason: null,
		}),
		() => ({
			action: 25,
			target: member,
			changes: [{ key: "$remove", new_value: [{ id: role.id, name: role.name }] }],
			options: null,
			reason: null,
		}),
		() => ({
			action: 24,
			target: member,
			changes: [{ key: "nick", old_value: "free n1tro", new_value: "please pick a name" }],
			options: null,
			reason: "Misleading name",
		}),
		() => ({
			action: 11,
			target: channel.id,
			changes: [{ key: "rate_limit_per_user", old_value: 0, new_value: random.pick([5, 10, 30]) }],
			options: null,
			reason: "Jam weekend",
		}),
		() => ({
			action: 11,
			target: channel.id,
			changes: [{ key: "topic", old_value: "", new_value: channel.topic ?? channel.name }],
			options: null,
			reason: null,
		}),
		() => ({
			action: 31,
			target: role.id,
			changes: [{ key: "color", old_value: 0, new_value: role.color }],
			options: null,
			reason: null,
		}),
		() => ({
			action: 14,
			target: channel.id,
			changes: [{ key: "deny", old_value: "0", new_value: "2048" }],
			options: { id: role.id, type: "0", role_name: role.name },
			reason: null,
		}),
		() => ({
			action: 40,
			target: null,
			changes: [
				{ key: "max_uses", new_value: random.pick([0, 1, 10, 25]) },
				{ key: "channel_id", new_value: channel.id },
			],
			options: null,
			reason: null,
		}),
		() => ({
			action: 74,
			target: member,
			changes: null,
			options: { channel_id: channel.id, message_id: snowflakeAt(crowd.end, 7) },
			reason: null,
		}),
		() => ({
			action: 26,
			target: null,
			changes: null,
			options: { channel_id: channel.id, count: "1" },
			reason: null,
		}),
	];
	return random.pick(kinds)();
}

function nativeRow(guildId: string, actor: string, when: number, low: number, entry: Native): Row {
	return {
		id: snowflakeAt(when, low),
		guild_id: guildId,
		action_type: entry.action,
		user_id: actor,
		target_id: entry.target,
		changes: entry.changes === null ? null : json(entry.changes),
		options: entry.options === null ? null : json(entry.options),
		reason: entry.reason,
		recorded_at: at(when + 900),
	};
}

function nativeRows(
	world: World,
	crowd: Crowd,
	random: Random,
	cases: readonly CaseDraft[],
	ledger: Ledger,
): Row[] {
	const { guild, start, end } = crowd;
	const staff = staffOf(crowd, "moderator");
	let low = 0;
	const rows: Row[] = cases.flatMap((entry) => {
		const native = caseEntry(crowd, entry);
		return native ? [nativeRow(guild.id, world.application.bot.id, entry.at + 300, low++, native)] : [];
	});
	for (const message of ledger.deleted) {
		if (!random.chance(0.35)) continue;
		rows.push(
			nativeRow(
				guild.id,
				random.pick(staff).user.id,
				Math.min(message.at + 240_000, end),
				low++,
				deletion(message),
			),
		);
	}
	const total = guild.key === "harbor" ? 1500 : 40;
	for (const when of moments(random, { start, end, total, timeZone: guild.timeZone, growth: 1.5 })) {
		rows.push(nativeRow(guild.id, random.pick(staff).user.id, when, low++, errand(random, crowd)));
	}
	return rows;
}

type Action = {
	action: string;
	target: string | null;
	channel: string | null;
	message: string | null;
	reason: string | null;
	metadata: unknown;
};

function actionRow(guildId: string, actor: string, when: number, low: number, entry: Action): Row {
	return {
		id: snowflakeAt(when, low),
		guild_id: guildId,
		action: entry.action,
		actor_id: actor,
		target_id: entry.target,
		channel_id: entry.channel,
		message_id: entry.message,
		reason: entry.reason,
		metadata: entry.metadata === null ? null : json(entry.metadata),
		performed_at: at(when),
	};
}

const CASE_VERBS: Readonly<Record<string, string>> = {
	BAN: "member_banned",
	TEMPBAN: "member_banned",
	HACKBAN: "member_banned",
	KICK: "member_kicked",
	JAIL: "member_role_added",
	UNJAIL: "member_role_removed",
};

function actionRows(
	world: World,
	crowd: Crowd,
	caused: { cases: readonly CaseDraft[]; executions: readonly ExecutionDraft[]; ledger: Ledger },
): Row[] {
	const { id } = crowd.guild;
	const bot = world.application.bot.id;
	let low = 0;
	return [
		...caused.cases.map((entry) =>
			actionRow(id, entry.moderator.user.id, entry.at, low++, {
				action: CASE_VERBS[entry.type ?? ""] ?? "other",
				target: entry.user.user.id,
				channel: null,
				message: null,
				reason: entry.reason,
				metadata: { case_number: entry.number, type: entry.type ?? entry.customType },
			}),
		),
		...caused.executions
			.filter(({ command }) => command.staff)
			.map(({ user, at: when, channelId, command, id: interaction }) =>
				actionRow(id, user.user.id, when, low++, {
					action: "command_executed",
					target: null,
					channel: channelId,
					message: null,
					reason: null,
					metadata: { command: command.name, interaction_id: interaction },
				}),
			),
		...caused.ledger.deleted
			.filter((_, index) => index % 4 === 0)
			.map((message) =>
				actionRow(id, bot, message.at + 800, low++, {
					action: "message_deleted",
					target: message.authorId,
					channel: message.channelId,
					message: message.id,
					reason: "Blocked word",
					metadata: { rule: "word_filter" },
				}),
			),
	];
}

/** The bot's own log and Discord's, mirrored past its 45 days. */
export function auditTables(
	world: World,
	crowd: Crowd,
	random: Random,
	caused: { cases: readonly CaseDraft[]; executions: readonly ExecutionDraft[]; ledger: Ledger },
): TableRows[] {
	return [
		{ table: "discord_audit_log", rows: actionRows(world, crowd, caused) },
		{
			table: "discord_native_audit_log",
			rows: nativeRows(world, crowd, random, caused.cases, caused.ledger),
		},
	];
}
