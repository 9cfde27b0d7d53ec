import { withMessages } from "@/bot/reconcile/channels";
import type { WantedGuild } from "@/bot/reconcile/wanted";
import type { Db } from "@/bot/scope";
import { snowflakeFromTime, snowflakeTime } from "@/lib/discord/snowflake";

/** A channel of which something may have been missed. */
export type Gap = {
	channelId: string;
	/** The newest message of which nothing before it is missing; what is newer may be. */
	known: string;
	/** An id: messages from then on are still answered, edited and deleted. */
	lively: string;
};

/** How long messages are expected to change, counted back from the last one before the gap. */
const LIVELY_MS = 86_400_000;

type Row = { id: string; last: string | null; known: string | null };

/** Reading a message again renews when it was observed, not when its row was made. */
const storedBefore = (moment: string) =>
	`(m.observed_at < ${moment}::timestamptz OR m.created_at < ${moment}::timestamptz)`;

/** What the stream has told since is no sign of what was known. */
const channels = `
SELECT c.id::text, c.last_message_id::text AS last, (
	SELECT m.id::text FROM discord_messages m
	WHERE m.guild_id = c.guild_id AND m.channel_id = c.id AND ${storedBefore("$2")}
	ORDER BY m.id DESC LIMIT 1
) AS known
FROM discord_channels c
WHERE c.guild_id = $1 AND c.deleted_at IS NULL AND c.channel_type = ANY ($3::text[])`;

/**
 * The channels with messages that came while nobody listened, and those that were lively then. None where no message of
 * the guild is stored: its history is not missed, it was never asked for.
 */
export async function findGaps(db: Db, { guildId, since, completeUntil }: WantedGuild): Promise<Gap[]> {
	const rows = await db.rows<Row>(channels, [guildId, completeUntil, withMessages]);
	const before = rows.reduce((latest, { known }) => later(latest, known), 0n);
	const newest = before === 0n ? beginning(since, completeUntil) : before;
	if (newest === 0n) return [];
	const lively = snowflakeFromTime(new Date(snowflakeTime(String(newest)).getTime() - LIVELY_MS));
	return rows.flatMap(({ id, last, known: own }) => {
		const known = own ?? String(newest);
		const missed = last !== null && BigInt(last) > BigInt(known);
		const wasLively = own !== null && BigInt(own) > BigInt(lively);
		return missed || wasLively ? { channelId: id, known, lively } : [];
	});
}

/** Of a new guild whose first session was lost before it was compared, something may be missing from its beginning on. */
function beginning(since: string, completeUntil: string): bigint {
	return since === completeUntil ? 0n : BigInt(snowflakeFromTime(new Date(completeUntil)));
}

function later(one: bigint, other: string | null): bigint {
	return other !== null && BigInt(other) > one ? BigInt(other) : one;
}

const unseen = `
SELECT m.id::text FROM discord_messages m
WHERE m.guild_id = $1 AND m.channel_id = $2 AND m.id >= $3 AND m.deleted_at IS NULL
	AND ${storedBefore("$4")} AND NOT m.id = ANY ($5::bigint[])
ORDER BY m.id`;

/**
 * Messages of a channel, from `oldest` on, that were stored before the session and are not among those that Discord
 * showed: who deletes something meanwhile is heard.
 */
export async function unseenMessages(
	db: Db,
	{ guildId, since }: WantedGuild,
	{ channelId }: Gap,
	oldest: string,
	seen: ReadonlySet<string>,
): Promise<string[]> {
	const rows = await db.rows<{ id: string }>(unseen, [guildId, channelId, oldest, since, [...seen]]);
	return rows.map(({ id }) => id);
}
