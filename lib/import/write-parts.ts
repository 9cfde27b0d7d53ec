import type pg from "pg";
import type { StagingTable } from "@/lib/import/staging";
import { stagingColumns } from "@/lib/import/staging";

/** How the parts of one kind get from their staging table into their own. */
type Part = {
	insert: string;
	update?: string;
	remove: string;
	/** The message of an inserted row, where it is not the row's own `message_id`. */
	inserted?: string;
};

const embedColumns = stagingColumns("import_embeds").filter(
	(column) => !["message_id", "position"].includes(column),
);
const quoted = (columns: string[], prefix = "") => columns.map((column) => `${prefix}"${column}"`).join(", ");

/** `true` for messages that a newer export updates: only of those may parts have changed or gone. */
const newer = "EXISTS (SELECT FROM import_messages n WHERE n.newer AND n.id = t.message_id)";

/** Deletes what is stored of updated messages and no longer staged. */
function removal(table: string, staging: StagingTable, key: string): string {
	return `DELETE FROM ${table} t WHERE t.guild_id = $1 AND ${newer}
		AND NOT EXISTS (SELECT FROM ${staging} s WHERE s.message_id = t.message_id AND ${key})`;
}

const attachments: Part = {
	remove: removal("discord_message_attachments", "import_attachments", "s.id = t.id"),
	update: `UPDATE discord_message_attachments t SET
			url = s.url, filename = s.filename, size = s.size, position = s.position, spoiler = s.spoiler
		FROM import_attachments s
		WHERE t.guild_id = $1 AND t.id = s.id AND t.message_id = s.message_id AND ${newer}
			AND (t.url, t.filename, t.size, t.position, t.spoiler)
				IS DISTINCT FROM (s.url, s.filename, s.size, s.position, s.spoiler)`,
	insert: `INSERT INTO discord_message_attachments AS t
			(id, guild_id, message_id, position, filename, size, url, content_type, spoiler)
		SELECT id, $1, message_id, position, filename, size, url, content_type, spoiler FROM import_attachments
		ON CONFLICT DO NOTHING`,
};

const embeds: Part = {
	remove: removal("discord_message_embeds", "import_embeds", "s.position = t.position"),
	update: `UPDATE discord_message_embeds t SET (${quoted(embedColumns)}) = ROW (${quoted(embedColumns, "s.")})
		FROM import_embeds s
		WHERE t.guild_id = $1 AND t.message_id = s.message_id AND t.position = s.position AND ${newer}
			AND (${quoted(embedColumns, "t.")}) IS DISTINCT FROM (${quoted(embedColumns, "s.")})`,
	insert: `INSERT INTO discord_message_embeds AS t (guild_id, message_id, position, ${quoted(embedColumns)})
		SELECT $1, message_id, position, ${quoted(embedColumns, "s.")} FROM import_embeds s
		WHERE NOT EXISTS (
			SELECT FROM discord_message_embeds t
			WHERE t.guild_id = $1 AND t.message_id = s.message_id AND t.position = s.position AND ${newer}
		) ORDER BY message_id, position`,
};

const embedOf = `discord_message_embeds t ON t.guild_id = $1 AND t.message_id = s.message_id AND t.position = s.embed_position`;

const fields: Part = {
	remove: `DELETE FROM discord_embed_fields f USING discord_message_embeds t
		WHERE f.guild_id = $1 AND t.guild_id = $1 AND f.embed_id = t.id AND ${newer} AND NOT EXISTS (
			SELECT FROM import_fields s
			WHERE s.message_id = t.message_id AND s.embed_position = t.position AND s.position = f.position
		)`,
	update: `UPDATE discord_embed_fields f SET name = s.name, value = s.value, inline = s.inline
		FROM import_fields s JOIN ${embedOf}
		WHERE f.guild_id = $1 AND f.embed_id = t.id AND f.position = s.position AND ${newer}
			AND (f.name, f.value, f.inline) IS DISTINCT FROM (s.name, s.value, s.inline)`,
	insert: `INSERT INTO discord_embed_fields AS f (guild_id, embed_id, position, name, value, inline)
		SELECT $1, t.id, s.position, s.name, s.value, s.inline FROM import_fields s JOIN ${embedOf}
		WHERE NOT EXISTS (
			SELECT FROM discord_embed_fields f
			WHERE f.guild_id = $1 AND f.embed_id = t.id AND f.position = s.position AND ${newer}
		) ORDER BY s.message_id, s.embed_position, s.position`,
	inserted: "(SELECT e.message_id FROM discord_message_embeds e WHERE e.guild_id = $1 AND e.id = f.embed_id)",
};

const mentions: Part = {
	remove: removal(
		"discord_message_mentions",
		"import_mentions",
		"s.mention_type = t.mention_type AND s.target_id = t.target_id",
	),
	insert: `INSERT INTO discord_message_mentions AS t (guild_id, message_id, mention_type, target_id)
		SELECT $1, message_id, mention_type, target_id FROM import_mentions ON CONFLICT DO NOTHING`,
};

const stickers: Part = {
	remove: removal("discord_message_stickers", "import_stickers", "s.sticker_id = t.sticker_id"),
	insert: `INSERT INTO discord_message_stickers AS t (guild_id, message_id, sticker_id, name, format_type)
		SELECT $1, message_id, sticker_id, name, format_type FROM import_stickers ON CONFLICT DO NOTHING`,
};

const counts: Part = {
	remove: removal("discord_message_reaction_counts", "import_reaction_counts", "s.emoji_key = t.emoji_key"),
	update: `UPDATE discord_message_reaction_counts t SET
			count = s.count, emoji_name = s.emoji_name, emoji_animated = s.emoji_animated
		FROM import_reaction_counts s
		WHERE t.guild_id = $1 AND t.message_id = s.message_id AND t.emoji_key = s.emoji_key AND ${newer}
			AND (t.count, t.emoji_name, t.emoji_animated) IS DISTINCT FROM (s.count, s.emoji_name, s.emoji_animated)`,
	insert: `INSERT INTO discord_message_reaction_counts AS t
			(guild_id, message_id, emoji_key, emoji_id, emoji_name, emoji_animated, count)
		SELECT $1, message_id, emoji_key, emoji_id, emoji_name, emoji_animated, count FROM import_reaction_counts
		ON CONFLICT DO NOTHING`,
};

/** Who reacted goes with the emoji, or when the export lists who did and they are not among them. */
const reactions: Part = {
	remove: `DELETE FROM discord_message_reactions t WHERE t.guild_id = $1 AND ${newer}
		AND NOT EXISTS (
			SELECT FROM import_reaction_counts c
			WHERE c.message_id = t.message_id AND c.emoji_key = t.emoji_key AND NOT c.users_listed AND c.count > 0
		) AND NOT EXISTS (
			SELECT FROM import_reactions s
			WHERE s.message_id = t.message_id AND s.user_id = t.user_id
				AND coalesce(s.emoji_id::text, s.emoji_name) = t.emoji_key
		)`,
	insert: `INSERT INTO discord_message_reactions AS t
			(guild_id, message_id, user_id, emoji_id, emoji_name, emoji_animated, reacted_at)
		SELECT $1, message_id, user_id, emoji_id, emoji_name, emoji_animated, reacted_at FROM import_reactions
		ON CONFLICT DO NOTHING`,
};

const parts = [attachments, embeds, fields, mentions, stickers, counts, reactions];

/**
 * Writes the staged parts of messages.
 * @param updating whether some of the messages are stored already, so that parts may have changed or gone
 * @returns when updating, the ids of the messages whose parts are others now
 */
export async function writeParts(
	client: pg.ClientBase,
	guildId: string,
	updating: boolean,
): Promise<Set<string>> {
	const changed = new Set<string>();
	const run = async (statement: string, messageId = "t.message_id") => {
		const { rows } = await client.query<{ id: string }>(`${statement} RETURNING ${messageId}::text AS id`, [
			guildId,
		]);
		for (const { id } of rows) changed.add(id);
	};
	for (const { remove, update, insert, inserted } of parts) {
		if (updating) await run(remove);
		if (updating && update) await run(update);
		if (updating) await run(insert, inserted);
		else await client.query(insert, [guildId]);
	}
	return changed;
}
