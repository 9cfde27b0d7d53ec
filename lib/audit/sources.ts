import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { auditAction } from "@/lib/discord/audit-actions";
import { dayEnd, dayStart } from "@/lib/guilds/day-bounds";
import { discordChanges, record, rowChanges } from "./field-changes";
import { contentOf } from "./kinds";
import type { AuditEntry, AuditFilters } from "./schema";

/** An entry whose ids have no names yet. */
export type Unnamed = Omit<AuditEntry, "names">;

/** What one log is asked for: at most `limit` entries older than `before`, newest first; or the one with `id`. */
export type LogRequest = { filters: AuditFilters; before: string | null; limit: number; id?: string };

/** Position and days for a log whose ids are snowflakes: bounds on the id, which also choose the months to read. */
function snowflakeBounds({ filters: { from, to }, before, id }: LogRequest): Sql {
	return sql`
		${id === undefined ? empty : sql`AND l.id = ${id}::bigint`}
		${before === null ? empty : sql`AND l.id < ${before}::bigint`}
		${from === undefined ? empty : sql`AND l.id >= app.snowflake_at(${dayStart(from)})`}
		${to === undefined ? empty : sql`AND l.id < app.snowflake_at(${dayEnd(to)})`}`;
}

/** The dashboard's own changes; a key is stored with the server's id in front. */
export async function readChanges(guild: GuildScope, request: LogRequest): Promise<Unnamed[]> {
	const { filters, before, limit, id } = request;
	const { kind, actor, target, from, to } = filters;
	const tables = kind === undefined ? null : contentOf(kind).tables;
	if (tables?.length === 0) return [];
	const rows = await guild.rows<Omit<Unnamed, "fields" | "extra"> & { before: unknown; after: unknown }>(sql`
		SELECT 'change' AS source, l.seq AS id, l.at, l.actor_id AS "actorId", l.actor_name AS "actorName",
			l.operation AS action, l.table_name AS "table", ${ownKey} AS "rowKey",
			coalesce(k.case_user_id::text, n.note_user_id::text) AS "targetId", NULL AS "channelId", NULL AS "messageId",
			coalesce(k.case_number, n.note_number) AS number, NULL AS reason, l.before, l.after
		FROM dashboard_changes l ${subjects}
		WHERE l.guild_id = ${guild.guildId}::bigint
			${id === undefined ? empty : sql`AND l.seq = ${id}::bigint`}
			${before === null ? empty : sql`AND l.seq < ${before}::bigint`}
			${tables === null ? empty : sql`AND l.table_name = ANY(${tables}::text[])`}
			${actor === undefined ? empty : sql`AND l.actor_id = ${actor}::bigint`}
			${target === undefined ? empty : sql`AND (${target} = ANY(string_to_array(${ownKey}, '/')) OR ${target}::bigint IN (k.case_user_id, n.note_user_id))`}
			${from === undefined ? empty : sql`AND l.at >= ${dayStart(from)}`}
			${to === undefined ? empty : sql`AND l.at < ${dayEnd(to)}`}
		ORDER BY l.seq DESC LIMIT ${limit}`);
	return rows.map(({ before: was, after: is, ...row }) => ({
		...row,
		fields: rowChanges(was, is),
		extra: {},
	}));
}

const ownKey = sql`substr(l.row_key, length(l.guild_id::text) + 2)`;

/** The case or the note that a change is about; their keys end in a number. */
const subjects = sql`
	LEFT JOIN cases k ON l.table_name = 'cases' AND k.guild_id = l.guild_id
		AND k.case_id = CASE WHEN l.table_name = 'cases' THEN (${ownKey})::bigint END
	LEFT JOIN notes n ON l.table_name = 'notes' AND n.guild_id = l.guild_id
		AND n.note_id = CASE WHEN l.table_name = 'notes' THEN (${ownKey})::bigint END`;

/** What the bot wrote down itself. */
export async function readBotLog(guild: GuildScope, request: LogRequest): Promise<Unnamed[]> {
	const { kind, actor, target } = request.filters;
	const actions = kind === undefined ? null : contentOf(kind).botActions;
	if (actions?.length === 0) return [];
	const rows = await guild.rows<Omit<Unnamed, "fields" | "extra"> & { metadata: unknown }>(sql`
		SELECT 'bot' AS source, l.id, l.performed_at AS at, l.actor_id AS "actorId", NULL AS "actorName", l.action,
			NULL AS "table", NULL AS "rowKey", l.target_id AS "targetId", l.channel_id AS "channelId",
			l.message_id AS "messageId", NULL::int AS number, l.reason, l.metadata
		FROM discord_audit_log l
		WHERE l.guild_id = ${guild.guildId}::bigint ${snowflakeBounds(request)}
			${actions === null ? empty : sql`AND l.action = ANY(${actions}::text[])`}
			${actor === undefined ? empty : sql`AND l.actor_id = ${actor}::bigint`}
			${target === undefined ? empty : sql`AND l.target_id = ${target}::bigint`}
		ORDER BY l.id DESC LIMIT ${request.limit}`);
	return rows.map(({ metadata, ...row }) => {
		const extra = record(metadata);
		const number = typeof extra.case_number === "number" ? extra.case_number : null;
		return { ...row, number, fields: [], extra };
	});
}

/** Discord's own log, kept past its 45 days. */
export async function readDiscordLog(guild: GuildScope, request: LogRequest): Promise<Unnamed[]> {
	const { kind, actor, target } = request.filters;
	const types = kind === undefined ? null : contentOf(kind).actionTypes;
	if (types?.length === 0) return [];
	const rows = await guild.rows<
		Omit<Unnamed, "fields" | "extra" | "action"> & { type: number; changes: unknown; options: unknown }
	>(sql`
		SELECT 'discord' AS source, l.id, app.snowflake_time(l.id) AS at, l.user_id AS "actorId", NULL AS "actorName",
			l.action_type AS type, NULL AS "table", NULL AS "rowKey", l.target_id AS "targetId",
			l.options ->> 'channel_id' AS "channelId", l.options ->> 'message_id' AS "messageId", NULL::int AS number,
			l.reason, l.changes, l.options
		FROM discord_native_audit_log l
		WHERE l.guild_id = ${guild.guildId}::bigint ${snowflakeBounds(request)}
			${types === null ? empty : sql`AND l.action_type = ANY(${types}::int[])`}
			${actor === undefined ? empty : sql`AND l.user_id = ${actor}::bigint`}
			${target === undefined ? empty : sql`AND l.target_id = ${target}::bigint`}
		ORDER BY l.id DESC LIMIT ${request.limit}`);
	return rows.map(({ type, changes, options, ...row }) => ({
		...row,
		action: auditAction(type).name,
		fields: discordChanges(changes),
		extra: record(options),
	}));
}
