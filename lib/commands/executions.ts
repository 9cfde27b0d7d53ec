import "server-only";
import { encodeCursor, idOfCursor } from "@/lib/api/cursor";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { snowflakeRange, snowflakesIn } from "@/lib/discord/snowflake";
import { AppError } from "@/lib/errors";
import { namesOf } from "@/lib/guilds/names";
import { personOf } from "@/lib/guilds/people";
import type { Range } from "@/lib/range";
import { rangeOf } from "./data";
import type {
	ExecutionDetail,
	ExecutionFilters,
	ExecutionList,
	ExecutionListItem,
	ListExecutionsQuery,
} from "./schema";

/**
 * Uses of commands that fit, newest first.
 * @throws AppError `bad_request` for a cursor that this list did not give out
 */
export async function listExecutions(
	guild: GuildScope,
	query: ListExecutionsQuery,
	known?: Range,
): Promise<ExecutionList> {
	const { from, to } = known ?? (await rangeOf(guild, query));
	const { min, max } = snowflakeRange({ from: new Date(from), to: new Date(to) });
	const before = idOfCursor(query.cursor);
	const rows = await guild.rows<ExecutionListItem>(sql`
		WITH page AS MATERIALIZED (
			SELECT e.* FROM discord_command_executions e
			WHERE e.guild_id = ${guild.guildId}::bigint AND e.id BETWEEN ${min}::bigint AND ${max}::bigint
				${conditions(query)} ${before === null ? empty : sql`AND e.id < ${before}::bigint`}
			ORDER BY e.id DESC LIMIT ${query.limit + 1}
		)
		SELECT ${listColumns} FROM page e ORDER BY e.id DESC`);
	const items = rows.slice(0, query.limit);
	const last = rows.length > query.limit ? items.at(-1) : undefined;
	return { items, nextCursor: last ? encodeCursor([last.id]) : null };
}

function conditions({ command, user, channel, outcome }: ExecutionFilters): Sql {
	return sql`
		${command === undefined ? empty : sql`AND e.command_name = ${command}`}
		${user === undefined ? empty : sql`AND e.user_id = ${user}::bigint`}
		${channel === undefined ? empty : sql`AND e.channel_id = ${channel}::bigint`}
		${outcome === "error" ? sql`AND e.error` : empty}
		${outcome === "ok" ? sql`AND e.error IS NOT TRUE` : empty}`;
}

const listColumns = sql`
	e.id, e.interaction_type AS interaction, coalesce(e.command_name, e.custom_id, e.modal_custom_id) AS command,
	e.command_type AS "commandType", ${personOf(sql`e.guild_id`, sql`e.user_id`)} AS "user",
	(SELECT json_build_object('id', c.id::text, 'name', coalesce(c.name, c.id::text), 'type', c.channel_type)
		FROM discord_channels c WHERE c.guild_id = e.guild_id AND c.id = e.channel_id) AS channel,
	CASE WHEN e.error THEN 'error' ELSE 'ok' END AS outcome, e.error_message AS error,
	e.response_time_ms AS latency, e.executed_at AS "executedAt"`;

/**
 * One use of a command in full.
 * @throws AppError `not_found`
 */
export async function readExecution(guild: GuildScope, executionId: string): Promise<ExecutionDetail> {
	const row = await guild.one<Omit<ExecutionDetail, "names">>(sql`
		SELECT ${listColumns}, e.options, e."values", e.modal_components AS form,
			e.component_type AS "componentType", e.response_type AS "responseType", e.response_content AS response,
			coalesce(e.response_embed_count, 0) AS embeds, coalesce(e.response_component_count, 0) AS components,
			coalesce(e.deferred, false) AS deferred, coalesce(e.ephemeral, false) AS ephemeral,
			e.responded_at AS "respondedAt", ${answeringMessage} AS "messageId"
		FROM discord_command_executions e
		WHERE e.guild_id = ${guild.guildId}::bigint AND e.id = ${executionId}::bigint`);
	if (row === undefined) throw new AppError("not_found");
	const mentioned = row.response?.match(/\d{7,19}/g) ?? [];
	return {
		...row,
		names: await namesOf(guild, snowflakesIn([row.options, row.values, row.form, mentioned])),
	};
}

/**
 * A token of an interaction is good for fifteen minutes (Discord, “Receiving and Responding”), so its answer is among the
 * messages of the channel in that time.
 */
const answeringMessage = sql`(
	SELECT m.id FROM discord_messages m
	WHERE m.guild_id = e.guild_id AND m.channel_id = e.channel_id AND m.interaction_id = e.id
		AND m.id > e.id AND m.id < e.id + (900000::bigint << 22)
	ORDER BY m.id LIMIT 1)`;

export type ExecutionChoices = {
	commands: string[];
	channels: { id: string; name: string }[];
	/** Whom the list is narrowed to, when it is. */
	user: { id: string; name: string } | null;
};

/** What the list can be narrowed to: the commands on offer and the channels where one can be used. */
export async function executionChoices(
	guild: GuildScope,
	{ user }: ExecutionFilters,
): Promise<ExecutionChoices> {
	const row = await guild.one<ExecutionChoices>(sql`
		SELECT (
			SELECT coalesce(json_agg(DISTINCT c.name ORDER BY c.name), '[]') FROM discord_application_commands c
			WHERE c.guild_id = ${guild.guildId}::bigint OR c.guild_id = 0) AS commands, (
			SELECT coalesce(json_agg(json_build_object('id', c.id::text, 'name', c.name) ORDER BY c.name), '[]')
			FROM discord_channels c
			WHERE c.guild_id = ${guild.guildId}::bigint AND c.deleted_at IS NULL
				AND c.channel_type IN ('guild_text', 'guild_announcement', 'guild_voice', 'guild_stage_voice')) AS channels,
			${personOf(sql`${guild.guildId}::bigint`, sql`${user ?? null}::bigint`)} AS "user"`);
	return row ?? { commands: [], channels: [], user: null };
}
