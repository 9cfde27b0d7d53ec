import { withMessages } from "@/bot/reconcile/channels";
import type { Db } from "@/bot/scope";
import { snowflakeFromTime, snowflakeTime } from "@/lib/discord/snowflake";

/** A channel of which something may have been missed. */
export type Gap = {
	channelId: string;
	/** The newest message that was stored before; what is newer was missed. */
	known: string;
	/** Stored messages from before, the newest first: those that Discord no longer has were deleted. */
	stored: string[];
};

/** Messages so long before the newest are still answered, edited and deleted. */
const LIVELY_MS = 86_400_000;
const STORED_AT_MOST = 200;

type Row = { id: string; last: string | null; stored: string[] | null };

/** What the stream has told since is no sign of what was known. */
const channels = `
SELECT c.id::text, c.last_message_id::text AS last, k.stored
FROM discord_channels c LEFT JOIN LATERAL (
	SELECT array_agg(m.id::text ORDER BY m.id DESC) AS stored FROM (
		SELECT m.id FROM discord_messages m
		WHERE m.guild_id = c.guild_id AND m.channel_id = c.id AND m.deleted_at IS NULL AND m.observed_at < $2::timestamptz
		ORDER BY m.id DESC LIMIT ${STORED_AT_MOST}
	) AS m
) AS k ON true
WHERE c.guild_id = $1 AND c.deleted_at IS NULL AND c.channel_type = ANY ($3::text[])`;

/**
 * The channels with messages that came while nobody listened, and those that were lively then. None where no message of
 * the guild is stored: its history is not missed, it was never asked for.
 * @param completeUntil ISO; what was stored before has no gaps
 */
export async function findGaps(db: Db, guildId: string, completeUntil: string): Promise<Gap[]> {
	const rows = await db.rows<Row>(channels, [guildId, completeUntil, withMessages]);
	const newest = rows.reduce((latest, { stored }) => later(latest, stored?.[0]), 0n);
	if (newest === 0n) return [];
	const lively = BigInt(snowflakeFromTime(new Date(snowflakeTime(String(newest)).getTime() - LIVELY_MS)));
	return rows.flatMap(({ id, last, stored }) => {
		const known = stored?.[0] ?? String(newest);
		const missed = last !== null && BigInt(last) > BigInt(known);
		const wasLively = stored !== null && BigInt(known) > lively;
		return missed || wasLively ? { channelId: id, known, stored: stored ?? [] } : [];
	});
}

function later(one: bigint, other: string | undefined): bigint {
	return other !== undefined && BigInt(other) > one ? BigInt(other) : one;
}
