import "server-only";
import { encodeCursor, idOfCursor } from "@/lib/api/cursor";
import type { GuildScope } from "@/lib/auth/scope";
import { empty, sql } from "@/lib/db/sql";
import { AppError } from "@/lib/errors";
import type { MessageContextQuery } from "./schema";
import type { MessageContext } from "./view-schema";
import { viewMessages } from "./views";

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
	const channelId = await channelOfMessage(guild, id);
	const isAround = older === undefined && newer === undefined;
	const beyond = (side: Side, cursor: string | undefined) =>
		isAround || cursor !== undefined
			? neighbours(guild, channelId, { side, from: idOfCursor(cursor) ?? id, limit })
			: { ids: [], cursor: null };
	const before = await beyond("older", older);
	const after = await beyond("newer", newer);
	const ids = [...before.ids.toReversed(), ...(isAround ? [id] : []), ...after.ids];
	return {
		...(await viewMessages(guild, ids)),
		channelId,
		olderCursor: before.cursor,
		newerCursor: after.cursor,
	};
}

/**
 * The channel a message was sent in.
 * @throws AppError `not_found` when the guild has no such message
 */
export async function channelOfMessage(guild: GuildScope, id: string): Promise<string> {
	const message = await guild.one<{ channelId: string }>(sql`
		SELECT m.channel_id AS "channelId" FROM discord_messages m
		WHERE m.guild_id = ${guild.guildId}::bigint AND m.id = ${id}::bigint`);
	if (message === undefined) throw new AppError("not_found");
	return message.channelId;
}

type Side = "older" | "newer";

/** The next ids of a channel on one side of an id, nearest first, and where to continue. */
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
