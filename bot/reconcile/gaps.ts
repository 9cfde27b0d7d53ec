import { withMessages } from "@/bot/reconcile/channels";
import type { WantedGuild } from "@/bot/reconcile/wanted";
import type { Db } from "@/bot/scope";
import { snowflakeFromTime, snowflakeTime } from "@/lib/discord/snowflake";

/** A channel of which something may have been missed. */
export type Gap = {
	channelId: string;
	/** The newest message of which nothing before it is missing; what is newer may be. */
	known: string;
	/** Stored messages from before, the newest first: those that Discord no longer has were deleted. */
	stored: string[];
};

/** Messages so long before the newest are still answered, edited and deleted. */
const LIVELY_MS = 86_400_000;
const STORED_AT_MOST = 200;

type Row = { id: string; last: string | null; known: string | null; stored: string[] | null };

/** Reading a message again renews when it was observed, not when its row was made. */
const storedBefore = (moment: string) =>
	`(m.observed_at < ${moment}::timestamptz OR m.created_at < ${moment}::timestamptz)`;

/** What the stream has told since is no sign of what was known; who deletes something meanwhile is heard. */
const channels = `
SELECT c.id::text, c.last_message_id::text AS last, k.stored, (
	SELECT m.id::text FROM discord_messages m
	WHERE m.guild_id = c.guild_id AND m.channel_id = c.id AND ${storedBefore("$2")}
	ORDER BY m.id DESC LIMIT 1
) AS known
FROM discord_channels c LEFT JOIN LATERAL (
	SELECT array_agg(m.id::text ORDER BY m.id DESC) AS stored FROM (
		SELECT m.id FROM discord_messages m
		WHERE m.guild_id = c.guild_id AND m.channel_id = c.id AND m.deleted_at IS NULL AND ${storedBefore("$4")}
		ORDER BY m.id DESC LIMIT ${STORED_AT_MOST}
	) AS m
) AS k ON true
WHERE c.guild_id = $1 AND c.deleted_at IS NULL AND c.channel_type = ANY ($3::text[])`;

/**
 * The channels with messages that came while nobody listened, and those that were lively then. None where no message of
 * the guild is stored: its history is not missed, it was never asked for.
 */
export async function findGaps(db: Db, { guildId, since, completeUntil }: WantedGuild): Promise<Gap[]> {
	const rows = await db.rows<Row>(channels, [guildId, completeUntil, withMessages, since]);
	const before = rows.reduce((latest, { known }) => later(latest, known), 0n);
	const newest = before === 0n ? beginning(since, completeUntil) : before;
	if (newest === 0n) return [];
	const lively = BigInt(snowflakeFromTime(new Date(snowflakeTime(String(newest)).getTime() - LIVELY_MS)));
	return rows.flatMap(({ id, last, known: own, stored }) => {
		const known = own ?? String(newest);
		const missed = last !== null && BigInt(last) > BigInt(known);
		const wasLively = own !== null && BigInt(own) > lively;
		return missed || wasLively ? { channelId: id, known, stored: stored ?? [] } : [];
	});
}

/** Of a new guild whose first session was lost before it was compared, something may be missing from its beginning on. */
function beginning(since: string, completeUntil: string): bigint {
	return since === completeUntil ? 0n : BigInt(snowflakeFromTime(new Date(completeUntil)));
}

function later(one: bigint, other: string | null): bigint {
	return other !== null && BigInt(other) > one ? BigInt(other) : one;
}
