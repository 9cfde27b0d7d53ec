import { encodeCursor } from "@/lib/api/cursor";
import { listAudit } from "@/lib/audit/data";
import { type AuditFilters, auditSources } from "@/lib/audit/schema";
import { listExecutions } from "@/lib/commands/executions";
import { type ExecutionFilters, listExecutionsQuery } from "@/lib/commands/schema";
import type { Asked, Examples } from "./asked";

/** Uses of commands of a year, by each filter. */
export function executionLists({ executor, channel, rareChannel }: Examples): Asked[] {
	return [
		executions("none", {}, ""),
		executions("the most used command", { command: "rank" }, "AND e.command_name = 'rank'"),
		executions("a rare command", { command: "export" }, "AND e.command_name = 'export'"),
		executions("a person", { user: executor }, `AND e.user_id = ${executor}`),
		executions("a busy channel", { channel }, `AND e.channel_id = ${channel}`),
		executions("a quiet channel", { channel: rareChannel }, `AND e.channel_id = ${rareChannel}`),
		executions("failed", { outcome: "error" }, "AND e.error"),
		executions("succeeded", { outcome: "ok" }, "AND NOT e.error"),
	];
}

function executions(filter: string, given: Partial<ExecutionFilters>, condition: string): Asked {
	const query = listExecutionsQuery.parse({ range: "1y", ...given });
	return {
		list: "executions",
		filter,
		permission: "commands.read",
		page: (guild, cursor) => listExecutions(guild, { ...query, cursor }),
		rows: `discord_command_executions e WHERE e.guild_id = $1 ${condition}
			AND e.id > app.snowflake_at(now() - interval '364 days')`,
		order: "e.id DESC",
		position: "e.id::text",
		cursor: encodeCursor,
	};
}

/** The three logs as one timeline, by each filter. */
export function auditLists({ actor, moderator }: Examples): Asked[] {
	return [
		audit("none", {}, "bot", ""),
		audit("the bot's log", { source: "bot" }, "bot", ""),
		audit("Discord's log", { source: "discord" }, "discord", ""),
		audit("a kind", { kind: "messages" }, "bot", "AND l.action LIKE 'message%'"),
		audit("who did it", { actor }, "bot", `AND l.actor_id = ${actor}`),
		audit("a moderator", { actor: moderator, source: "discord" }, "discord", `AND l.user_id = ${moderator}`),
		audit("whom it met", { target: actor }, "bot", `AND l.target_id = ${actor}`),
		audit(
			"from a day on",
			{ from: daysAgo(200) },
			"bot",
			"AND l.id > app.snowflake_at(now() - interval '199 days')",
		),
	];
}

/** A deep place of the log that has the most rows; the other logs are read from the same moment on. */
function audit(filter: string, filters: AuditFilters, log: "bot" | "discord", condition: string): Asked {
	const table = log === "bot" ? "discord_audit_log" : "discord_native_audit_log";
	return {
		list: "audit",
		filter,
		permission: "audit.read",
		page: (guild, cursor) => listAudit(guild, { ...filters, cursor, limit: 50 }),
		rows: `${table} l WHERE l.guild_id = $1 ${condition}`,
		order: "l.id DESC",
		position: "l.id::text",
		cursor: ([id = ""]) => encodeCursor(auditSources.map((source) => (source === "change" ? null : id))),
	};
}

function daysAgo(days: number): string {
	return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
