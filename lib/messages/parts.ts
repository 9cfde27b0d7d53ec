import "server-only";
import type { GuildScope } from "@/lib/auth/scope";
import { type Sql, sql } from "@/lib/db/sql";
import type {
	MessageAttachment,
	MessageComponent,
	MessageEmbed,
	MessageReaction,
	MessageSticker,
} from "./view-schema";

/** What messages carry, by message id; one query a table for a whole page. */
export type MessageParts = {
	attachments: Map<string, MessageAttachment[]>;
	embeds: Map<string, MessageEmbed[]>;
	reactions: Map<string, MessageReaction[]>;
	stickers: Map<string, MessageSticker[]>;
	components: Map<string, MessageComponent[]>;
};

/** Everything that the messages with these ids carry. */
export async function partsOf(guild: GuildScope, ids: readonly string[]): Promise<MessageParts> {
	const grouped = async <T>(query: (where: Wanted) => Sql) =>
		byMessage(
			await guild.rows<T & { messageId: string }>(query({ guildId: sql`${guild.guildId}::bigint`, ids })),
		);
	const [ofAttachments, ofEmbeds, ofReactions, ofStickers, ofComponents] = await Promise.all([
		grouped<MessageAttachment>(attachments),
		grouped<MessageEmbed>(embeds),
		grouped<MessageReaction>(reactions),
		grouped<MessageSticker>(stickers),
		grouped<MessageComponent>(components),
	]);
	return {
		attachments: ofAttachments,
		embeds: ofEmbeds,
		reactions: ofReactions,
		stickers: ofStickers,
		components: ofComponents,
	};
}

type Wanted = { guildId: Sql; ids: readonly string[] };

const attachments = ({ guildId, ids }: Wanted) => sql`
	SELECT a.message_id AS "messageId", a.id, a.filename, a.size::float8 AS size, a.url,
		a.content_type AS "contentType", a.width, a.height, a.description
	FROM discord_message_attachments a
	WHERE a.guild_id = ${guildId} AND a.message_id = ANY(${ids}::bigint[])
	ORDER BY a.position, a.id`;

const embeds = ({ guildId, ids }: Wanted) => sql`
	SELECT e.message_id AS "messageId", e.id AS key, e.title, e.description, e.url, e.color AS colour, e.timestamp,
		CASE WHEN e.author_name IS NOT NULL
			THEN json_build_object('name', e.author_name, 'url', e.author_url) END AS author,
		e.footer_text AS footer, e.provider_name AS provider,
		CASE WHEN e.images IS NOT NULL THEN (
				SELECT coalesce(json_agg(json_build_object('url', coalesce(nullif(i.value->>'canonicalUrl', ''), i.value->>'url'),
					'width', i.value->'width', 'height', i.value->'height') ORDER BY i.ordinality), '[]')
				FROM jsonb_array_elements(e.images) WITH ORDINALITY i WHERE i.value->>'url' <> '')
			WHEN e.image_url IS NOT NULL THEN
				json_build_array(json_build_object('url', e.image_url, 'width', e.image_width, 'height', e.image_height))
			ELSE '[]' END AS images,
		CASE WHEN e.thumbnail_url IS NOT NULL THEN json_build_object('url', e.thumbnail_url) END AS thumbnail,
		CASE WHEN e.video_url IS NOT NULL THEN json_build_object('url', e.video_url) END AS video,
		(SELECT coalesce(json_agg(json_build_object('name', f.name, 'value', f.value, 'inline', coalesce(f.inline, false))
			ORDER BY f.position, f.id), '[]')
		FROM discord_embed_fields f WHERE f.guild_id = e.guild_id AND f.embed_id = e.id) AS fields
	FROM discord_message_embeds e
	WHERE e.guild_id = ${guildId} AND e.message_id = ANY(${ids}::bigint[])
	ORDER BY e.position, e.id`;

/** Counts as Discord or an export gave them; where only the people are known, they are counted. */
const reactions = ({ guildId, ids }: Wanted) => sql`
	SELECT c.message_id AS "messageId", c.emoji_id AS id, c.emoji_name AS name, c.emoji_animated AS animated, c.count
	FROM (
		SELECT k.message_id, k.emoji_key, k.emoji_id, k.emoji_name, k.emoji_animated, k.count
		FROM discord_message_reaction_counts k
		WHERE k.guild_id = ${guildId} AND k.message_id = ANY(${ids}::bigint[]) AND k.count > 0
		UNION ALL
		SELECT r.message_id, r.emoji_key, r.emoji_id, r.emoji_name, bool_or(coalesce(r.emoji_animated, false)), count(*)::int
		FROM discord_message_reactions r
		WHERE r.guild_id = ${guildId} AND r.message_id = ANY(${ids}::bigint[]) AND NOT EXISTS (
			SELECT 1 FROM discord_message_reaction_counts k
			WHERE k.guild_id = r.guild_id AND k.message_id = r.message_id AND k.emoji_key = r.emoji_key)
		GROUP BY r.message_id, r.emoji_key, r.emoji_id, r.emoji_name
	) c
	ORDER BY c.count DESC, c.emoji_key`;

const stickers = ({ guildId, ids }: Wanted) => sql`
	SELECT p.message_id AS "messageId", p.sticker_id AS id, coalesce(s.name, p.name, p.sticker_id::text) AS name,
		coalesce(s.format_type, p.format_type, 'unknown') AS format
	FROM discord_message_stickers p
		LEFT JOIN discord_stickers s ON s.guild_id = p.guild_id AND s.id = p.sticker_id
	WHERE p.guild_id = ${guildId} AND p.message_id = ANY(${ids}::bigint[])
	ORDER BY p.sticker_id`;

const components = ({ guildId, ids }: Wanted) => sql`
	SELECT c.message_id AS "messageId", c.id AS key, c.component_type AS type, c.button_style AS style, c.label,
		CASE WHEN c.emoji_id IS NOT NULL OR c.emoji_name IS NOT NULL THEN json_build_object('id', c.emoji_id::text,
			'name', coalesce(c.emoji_name, c.emoji_id::text), 'animated', false) END AS emoji,
		c.url, c.placeholder, coalesce(c.disabled, false) AS "isDisabled", coalesce(c.row_position, 0) AS row
	FROM discord_message_components c
	WHERE c.guild_id = ${guildId} AND c.message_id = ANY(${ids}::bigint[])
	ORDER BY c.row_position NULLS FIRST, c.component_position NULLS FIRST, c.id`;

function byMessage<T>(rows: readonly (T & { messageId: string })[]): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const { messageId, ...part } of rows) {
		groups.set(messageId, [...(groups.get(messageId) ?? []), part as T]);
	}
	return groups;
}
