import { snowflakeAt } from "../snowflake";
import type { World } from "../world/types";
import type { CaseDraft } from "./cases";
import type { Crowd } from "./crowd";
import type { ExecutionDraft } from "./executions";
import type { Ledger } from "./ledger";
import { at, json, type Row, type TableRows } from "./rows";

const CASE_VERBS: Readonly<Record<string, string>> = {
	BAN: "member_banned",
	TEMPBAN: "member_banned",
	HACKBAN: "member_banned",
	KICK: "member_kicked",
	JAIL: "member_role_added",
	UNJAIL: "member_role_removed",
};

type Action = {
	actor: string;
	at: number;
	action: string;
	target?: string;
	channel?: string;
	message?: string;
	reason?: string;
	metadata: unknown;
};

function caseAction(entry: CaseDraft): Action {
	return {
		actor: entry.moderator.user.id,
		at: entry.at,
		action: CASE_VERBS[entry.type ?? ""] ?? "other",
		target: entry.user.user.id,
		reason: entry.reason,
		metadata: { case_number: entry.number, type: entry.type ?? entry.customType },
	};
}

/** What the bot did in one server, in its own words: cases, the staff's commands, filtered messages. */
export function botAuditTable(
	world: World,
	crowd: Crowd,
	caused: { cases: readonly CaseDraft[]; executions: readonly ExecutionDraft[]; ledger: Ledger },
): TableRows {
	const commands = caused.executions
		.filter(({ command }) => command.staff)
		.map(({ user, at: when, channelId, command, id }): Action => {
			const metadata = { command: command.name, interaction_id: id };
			return { actor: user.user.id, at: when, action: "command_executed", channel: channelId, metadata };
		});
	const filtered = caused.ledger.deleted
		.filter((_, index) => index % 4 === 0)
		.map(
			(message): Action => ({
				actor: world.application.bot.id,
				at: message.at + 800,
				action: "message_deleted",
				target: message.authorId,
				channel: message.channelId,
				message: message.id,
				reason: "Blocked word",
				metadata: { rule: "word_filter" },
			}),
		);
	const actions = [...caused.cases.map(caseAction), ...commands, ...filtered];
	return {
		table: "discord_audit_log",
		rows: actions.map((action, low) => actionRow(crowd.guild.id, action, low)),
	};
}

function actionRow(guildId: string, action: Action, low: number): Row {
	return {
		id: snowflakeAt(action.at, low),
		guild_id: guildId,
		action: action.action,
		actor_id: action.actor,
		target_id: action.target ?? null,
		channel_id: action.channel ?? null,
		message_id: action.message ?? null,
		reason: action.reason ?? null,
		metadata: json(action.metadata),
		performed_at: at(action.at),
	};
}
