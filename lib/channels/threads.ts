import "server-only";
import { decodeCursor, encodeCursor, foreignCursor, isRowId } from "@/lib/api/cursor";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import { columns, counts, thread } from "./data";
import type { ChannelItem, ListThreadsQuery, ThreadList } from "./schema";

/** The position of a thread (`c`): archived ones last, then by the microsecond of the last message, then by id. */
const archived = sql`coalesce(c.archived, false)::int`;
const lastMoment = sql`coalesce(extract(epoch FROM c.last_message_at) * 1000000, 0)::bigint`;

type ThreadRow = ChannelItem & { archived: number; lastMoment: string };

/**
 * The threads or posts of a channel, active ones first, then the latest.
 * @throws AppError `not_found` when the server has no such channel, `bad_request` when the cursor is not one of this list
 */
export async function listThreads(
	guild: GuildScope,
	channelId: string,
	{ cursor, limit }: ListThreadsQuery,
): Promise<ThreadList> {
	const rows = await guild.rows<ThreadRow>(sql`
		WITH page AS MATERIALIZED (
			SELECT c.* FROM discord_channels c
			WHERE c.guild_id = ${guild.guildId}::bigint AND c.parent_id = ${channelId}::bigint
				AND c.deleted_at IS NULL AND ${thread(sql`c`)} ${behind(cursor)}
			ORDER BY ${archived}, ${lastMoment} DESC, c.id DESC LIMIT ${limit + 1})
		SELECT ${columns}, ${archived} AS archived, ${lastMoment} AS "lastMoment"
		FROM page c ${counts(guild, sql`SELECT id FROM page`)}
		ORDER BY ${archived}, ${lastMoment} DESC, c.id DESC`);
	if (rows.length === 0) await refuseUnknown(guild, channelId);
	const last = rows.length > limit ? rows[limit - 1] : undefined;
	return {
		items: rows.slice(0, limit).map(({ archived: _, lastMoment: __, ...item }) => item),
		nextCursor: last ? encodeCursor([last.archived, last.lastMoment, last.id]) : null,
	};
}

async function refuseUnknown(guild: GuildScope, channelId: string): Promise<void> {
	const [known] = await guild.rows(sql`
		SELECT FROM discord_channels c
		WHERE c.guild_id = ${guild.guildId}::bigint AND c.id = ${channelId}::bigint AND c.deleted_at IS NULL`);
	if (known === undefined) throw new AppError("not_found");
}

function behind(cursor: string | undefined) {
	if (cursor === undefined) return empty;
	const [isArchived, moment, id] = decodeCursor(cursor, 3).map(String);
	if (moment === undefined || id === undefined || !/^[01]$/.test(isArchived ?? "")) throw foreignCursor();
	if (!isRowId(moment) || !isRowId(id)) throw foreignCursor();
	return sql`AND (${archived} > ${isArchived}::int
		OR ${archived} = ${isArchived}::int AND (${lastMoment}, c.id) < (${moment}::bigint, ${id}::bigint))`;
}
