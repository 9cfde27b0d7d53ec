import "server-only";
import { decodeCursor, encodeCursor } from "@/lib/api/cursor";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, type Sql, sql } from "@/lib/db/sql";
import { isSnowflake } from "@/lib/discord/snowflake";
import { AppError } from "@/lib/errors";
import { resolveTyped } from "./resolve-typed";
import type { ListMessagesQuery, MessageContextQuery } from "./schema";
import type { MessageContext, MessageList } from "./view-schema";
import { viewMessages } from "./views";

/**
 * `listMessages` for a search whose words may hold operators such as `from:ana`.
 * @throws AppError `invalid_input` for an operator that fits nothing
 */
export async function searchMessages(guild: GuildScope, query: ListMessagesQuery): Promise<MessageList> {
	const { filters, unknown } = await resolveTyped(guild, query);
	if (unknown.length > 0) {
		const message = `Nothing in this server fits ${unknown.join(", ")}.`;
		throw new AppError("invalid_input", { detail: message, fields: [{ path: "q", message }] });
	}
	return listMessages(guild, filters);
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
			least(${position(cursor)}::bigint, ${firstIdOf(before, 0)}), ${firstIdOf(after, 1)}, ${limit + 1}) s
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

/** The first id of a day, or of one some days later. */
function firstIdOf(day: string | undefined, later: number): Sql {
	if (day === undefined) return sql`NULL::bigint`;
	return sql`app.snowflake_at((${day}::date + ${later}::int)::timestamp AT TIME ZONE app.time_zone())`;
}

function position(cursor: string | undefined): string | null {
	if (cursor === undefined) return null;
	const [id] = decodeCursor(cursor, 1);
	if (!isSnowflake(id)) throw new AppError("bad_request", { detail: "The cursor belongs to another list." });
	return id;
}

/**
 * A message and what was said around it in its channel, oldest first, deleted messages among them. With `older` or
 * `newer` only what lies beyond that end.
 * @throws AppError `not_found` when the guild has no such message, `bad_request` for a foreign cursor
 */
export async function messageContext(
	guild: GuildScope,
	id: string,
	{ older, newer, limit }: MessageContextQuery,
): Promise<MessageContext> {
	const hit = await guild.one<{ channelId: string }>(sql`
		SELECT m.channel_id AS "channelId" FROM discord_messages m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.id = ${id}::bigint`);
	if (hit === undefined) throw new AppError("not_found");
	const isAround = older === undefined && newer === undefined;
	const beyond = (side: Side, cursor: string | undefined) =>
		isAround || cursor !== undefined
			? neighbours(guild, hit.channelId, { side, from: position(cursor) ?? id, limit })
			: { ids: [], cursor: null };
	const before = await beyond("older", older);
	const after = await beyond("newer", newer);
	const ids = [...before.ids.toReversed(), ...(isAround ? [id] : []), ...after.ids];
	return { ...(await viewMessages(guild, ids)), olderCursor: before.cursor, newerCursor: after.cursor };
}

type Side = "older" | "newer";

/** The next ids of a channel on one side of an id, nearest first, and where it goes on. */
async function neighbours(
	guild: GuildScope,
	channelId: string,
	{ side, from, limit }: { side: Side; from: string; limit: number },
): Promise<{ ids: string[]; cursor: string | null }> {
	const beyond = side === "older" ? sql`m.id < ${from}::bigint` : sql`m.id > ${from}::bigint`;
	const rows = await guild.rows<{ id: string }>(sql`
		SELECT m.id FROM discord_messages m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.channel_id = ${channelId}::bigint AND ${beyond}
		ORDER BY m.id ${side === "older" ? sql`DESC` : empty}
		LIMIT ${limit + 1}`);
	const ids = rows.slice(0, limit).map((row) => row.id);
	const last = rows.length > limit ? ids.at(-1) : undefined;
	return { ids, cursor: last === undefined ? null : encodeCursor([last]) };
}
