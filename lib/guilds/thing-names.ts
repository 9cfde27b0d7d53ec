import "server-only";
import type { AuditParams } from "@/lib/audit/schema";
import type { GuildScope } from "@/lib/auth/scope";
import { raw, type Sql, sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";

/** The name of one row, found by its key. @throws AppError `not_found` when there is none */
async function nameIn(guild: GuildScope, query: Sql): Promise<string> {
	const row = await guild.one<{ name: string }>(query);
	if (row === undefined) throw new AppError("not_found");
	return row.name;
}

/** What someone who is or was a member is called here. @throws AppError `not_found` */
export function memberName(guild: GuildScope, userId: string): Promise<string> {
	return nameIn(
		guild,
		sql`SELECT coalesce(m.nick, u.global_name, u.username) AS name
			FROM discord_guild_members m JOIN discord_users u ON u.id = m.user_id
			WHERE m.guild_id = ${guild.guildId}::bigint AND m.user_id = ${userId}::bigint`,
	);
}

/** @throws AppError `not_found` when the server has no such role */
export function roleName(guild: GuildScope, roleId: string): Promise<string> {
	return nameIn(
		guild,
		sql`SELECT r.name FROM discord_roles r
			WHERE r.guild_id = ${guild.guildId}::bigint AND r.id = ${roleId}::bigint AND r.deleted_at IS NULL`,
	);
}

/** @throws AppError `not_found` when the server has no such channel */
export function channelName(guild: GuildScope, channelId: string): Promise<string> {
	return nameIn(
		guild,
		sql`SELECT coalesce(c.name, c.id::text) AS name FROM discord_channels c
			WHERE c.guild_id = ${guild.guildId}::bigint AND c.id = ${channelId}::bigint AND c.deleted_at IS NULL`,
	);
}

/** The command that was used; empty for a button, a menu or a form. @throws AppError `not_found` */
export function executedCommand(guild: GuildScope, executionId: string): Promise<string> {
	return nameIn(
		guild,
		sql`SELECT coalesce(e.command_name, '') AS name FROM discord_command_executions e
			WHERE e.guild_id = ${guild.guildId}::bigint AND e.id = ${executionId}::bigint`,
	);
}

const logs = {
	change: { table: raw("dashboard_changes"), key: raw("seq") },
	bot: { table: raw("discord_audit_log"), key: raw("id") },
	discord: { table: raw("discord_native_audit_log"), key: raw("id") },
} as const satisfies Record<AuditParams["source"], { table: Sql; key: Sql }>;

/** The number of an entry in its log. @throws AppError `not_found`, also for a log that the person may not read */
export function entryNumber(guild: GuildScope, { source, entryId }: AuditParams): Promise<string> {
	const { table, key } = logs[source];
	return nameIn(
		guild,
		sql`SELECT l.${key}::text AS name FROM ${table} l
			WHERE l.guild_id = ${guild.guildId}::bigint AND l.${key} = ${entryId}::bigint`,
	);
}
