import type pg from "pg";
import type { ExportMessage } from "@/lib/import/export-format";
import type { Source } from "@/lib/import/write-people";

/**
 * A message whose deletion the gateway told before anything was known of it comes as a deleted one. They are staged in
 * the order of ids, in which every writer stores them. There is no ON CONFLICT: it looks every message up in advance,
 * and one that somebody else stores at the same time is not to be passed over but told as a stored one, by the batch's
 * next try.
 */
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
FROM import_messages WHERE NOT newer`;

const replaced = [
	"content",
	"message_type",
	"pinned",
	"edited_timestamp",
	"referenced_message_id",
	"inline_emojis",
	"call_ended_timestamp",
];
/** Kept when the export leaves them out: its older versions do not know them. */
const kept = ["interaction_id", "interaction", "message_reference", "message_snapshots"];
const columns = (prefix = "") => [...replaced, ...kept].map((column) => prefix + column).join(", ");
const told = [
	...replaced.map((column) => `s.${column}`),
	...kept.map((column) => `coalesce(s.${column}, m.${column})`),
].join(", ");

/**
 * A later export's edits, pins and the rest. `deleted_at` stays: an export that still shows a message was made before
 * the deletion became known, whatever its clock says.
 */
const updateMessages = `
UPDATE discord_messages m SET (${columns()}, observed_at) = ROW (${told}, $4::timestamptz)
FROM import_messages s
WHERE s.newer AND m.guild_id = $1 AND m.id = s.id AND m.id BETWEEN $2 AND $3 AND (
	m.observed_at < $4::timestamptz
	OR m.observed_at = $4::timestamptz AND (${columns("m.")}) IS DISTINCT FROM (${told})
)
RETURNING m.id::text`;

/** What the database has of a message already: when it was true in comparison with the export, and its last edit. */
export type Known = { id: string; guild_id: string; age: "older" | "same" | "newer"; edited: Date | null };

/**
 * What an export's message is to the stored one: a later moment counts, and within one moment a later edit. A file that
 * does not say when it was made has the moment of its last message, also after reactions came: its message is told
 * again, and counts where it differs.
 */
export function standing(
	stored: Known,
	{ timestampEdited }: ExportMessage,
	{ dated }: Source,
): "newer" | "retold" | "known" {
	if (stored.age !== "same") return stored.age === "older" ? "newer" : "known";
	const edited = timestampEdited ? Date.parse(timestampEdited) : Number.NEGATIVE_INFINITY;
	const known = stored.edited?.getTime() ?? Number.NEGATIVE_INFINITY;
	if (edited > known) return "newer";
	return edited === known && !dated ? "retold" : "known";
}

/** Those of `ids` that are stored, in whatever guild. */
export async function knownMessages(client: pg.ClientBase, source: Source, ids: string[]): Promise<Known[]> {
	const [low, high] = bounds(ids);
	const { rows } = await client.query<Known>(
		`SELECT id::text, guild_id::text, edited_timestamp AS edited, CASE
			WHEN observed_at < $1::timestamptz THEN 'older' WHEN observed_at = $1::timestamptz THEN 'same' ELSE 'newer'
		END AS age
		FROM discord_messages WHERE id = ANY ($2::bigint[]) AND id BETWEEN $3 AND $4`,
		[source.observedAt, ids, low, high],
	);
	return rows;
}

/**
 * Writes the staged messages.
 * @param storedIds those among them that may update a stored one
 * @returns the ids of those that did
 */
export async function writeMessages(
	client: pg.ClientBase,
	source: Source,
	storedIds: string[],
): Promise<string[]> {
	await client.query(insertMessages, [source.guildId, source.channelId, source.observedAt]);
	if (storedIds.length === 0) return [];
	const [low, high] = bounds(storedIds);
	const { rows } = await client.query<{ id: string }>(updateMessages, [
		source.guildId,
		low,
		high,
		source.observedAt,
	]);
	return rows.map(({ id }) => id);
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
