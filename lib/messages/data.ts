import "server-only";
import { encodeCursor, idOfCursor } from "@/lib/api/cursor";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { dayEnd, dayStart } from "@/lib/guilds/day-bounds";
import { resolveTyped } from "./resolve-typed";
import type { ListMessagesQuery, MessageFilters } from "./schema";
import type { MessageList } from "./view-schema";
import { viewMessages } from "./views";

/**
 * `listMessages` for a search whose words may hold operators such as `from:ana`.
 * @throws AppError `invalid_input` for an operator that fits nothing
 */
export async function searchMessages(guild: GuildScope, query: ListMessagesQuery): Promise<MessageList> {
	return listMessages(guild, await understood(guild, query));
}

/**
 * The filters with what the operators among the words stand for.
 * @throws AppError `invalid_input` for an operator that fits nothing
 */
export async function understood<F extends MessageFilters>(guild: GuildScope, query: F): Promise<F> {
	const { filters, unknown } = await resolveTyped(guild, query);
	if (unknown.length === 0) return filters;
	const message = `Nothing in this server fits ${unknown.join(", ")}.`;
	throw new AppError("invalid_input", { detail: message, fields: [{ path: "q", message }] });
}

/**
 * One page of the messages that fit, newest first. Days are those of the guild's time zone.
 * @throws AppError `bad_request` for a cursor that this list did not give out
 */
export async function listMessages(guild: GuildScope, query: ListMessagesQuery): Promise<MessageList> {
	const { q, after, before, cursor, limit } = query;
	const rows = await guild.rows<{ id: string }>(sql`
		SELECT s.id
		FROM app.search_messages(${guild.guildId}::bigint, ${q || null}::text, ${searchFilters(query)}::jsonb,
			least(${idOfCursor(cursor)}::bigint, ${firstIdOf(before, dayStart)}), ${firstIdOf(after, dayEnd)}, ${limit + 1}) s
		ORDER BY s.id DESC`);
	const ids = rows.slice(0, limit).map((row) => row.id);
	const last = rows.length > limit ? ids.at(-1) : undefined;
	return { ...(await viewMessages(guild, ids)), nextCursor: last ? encodeCursor([last]) : null };
}

/** The filters of `app.search_messages` as JSON. */
function searchFilters({ author, channel, mentions, has, type, pinned, deleted }: ListMessagesQuery): string {
	return JSON.stringify({
		author,
		channel,
		mentions,
		has,
		type,
		pinned: pinned === "1",
		deleted: deleted === "1",
	});
}

/** The first id at one end of a day; null without a day. */
function firstIdOf(day: string | undefined, end: (day: string) => Sql): Sql {
	return day === undefined ? sql`NULL::bigint` : sql`app.snowflake_at(${end(day)})`;
}
