import type pg from "pg";
import type { Source } from "@/lib/import/write-people";

/** A message whose deletion the gateway told before anything was known of it comes as a deleted one. */
const insertMessages = `
INSERT INTO discord_messages (
	id, guild_id, channel_id, author_id, content, message_type, pinned, processed, interaction_id, interaction,
	referenced_message_id, message_reference, message_snapshots, inline_emojis, timestamp, edited_timestamp,
	call_ended_timestamp, observed_at, deleted_at
)
SELECT id, $1, $2, author_id, content, message_type, pinned, true, interaction_id, interaction,
	referenced_message_id, message_reference, message_snapshots, inline_emojis, timestamp, edited_timestamp,
	call_ended_timestamp, $3::timestamptz,
	(SELECT t.deleted_at FROM gateway_tombstones t WHERE t.guild_id = $1 AND t.message_id = id)
FROM import_messages WHERE NOT newer ORDER BY id
ON CONFLICT (guild_id, id) DO NOTHING`;

/**
 * A later export's edits, pins and the rest. `deleted_at` stays: an export that still shows a message was made before
 * the deletion became known, whatever its clock says. Nothing that the export leaves out is set back to null.
 */
const updateMessages = `
UPDATE discord_messages m SET
	content = s.content, message_type = s.message_type, pinned = s.pinned,
	edited_timestamp = s.edited_timestamp, referenced_message_id = s.referenced_message_id,
	interaction_id = coalesce(s.interaction_id, m.interaction_id),
	interaction = coalesce(s.interaction, m.interaction),
	message_reference = coalesce(s.message_reference, m.message_reference),
	message_snapshots = coalesce(s.message_snapshots, m.message_snapshots),
	inline_emojis = s.inline_emojis, call_ended_timestamp = s.call_ended_timestamp,
	observed_at = $4::timestamptz
FROM import_messages s
WHERE s.newer AND m.guild_id = $1 AND m.id = s.id AND m.id BETWEEN $2 AND $3 AND m.observed_at < $4::timestamptz`;

/** What the database has of a message already. */
export type Known = { id: string; guild_id: string; older: boolean };

/** Those of `ids` that are stored, in whatever guild; `older` when the export is newer than what is stored. */
export async function knownMessages(client: pg.ClientBase, source: Source, ids: string[]): Promise<Known[]> {
	const [low, high] = bounds(ids);
	const { rows } = await client.query<Known>(
		`SELECT id::text, guild_id::text, observed_at < $1::timestamptz AS older
		FROM discord_messages WHERE id = ANY ($2::bigint[]) AND id BETWEEN $3 AND $4`,
		[source.observedAt, ids, low, high],
	);
	return rows;
}

/** Writes the staged messages. @param newerIds those among them that update a stored one */
export async function writeMessages(
	client: pg.ClientBase,
	source: Source,
	newerIds: string[],
): Promise<void> {
	await client.query(insertMessages, [source.guildId, source.channelId, source.observedAt]);
	if (newerIds.length > 0) {
		const [low, high] = bounds(newerIds);
		await client.query(updateMessages, [source.guildId, low, high, source.observedAt]);
	}
}

/** The smallest and the largest id, with which the planner prunes months. */
function bounds(ids: string[]): [string, string] {
	let low = BigInt(ids[0] ?? "0");
	let high = low;
	for (const text of ids) {
		const id = BigInt(text);
		if (id < low) low = id;
		if (id > high) high = id;
	}
	return [String(low), String(high)];
}
