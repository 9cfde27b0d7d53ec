-- Searching messages also by kind (`type`) and, among `has`, by forwarding and editing.
CREATE OR REPLACE FUNCTION app.message_conditions(filters jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	parts text[] := '{}';
	thing text;
BEGIN
	IF filters ? 'author' THEN
		parts := parts || format('m.author_id = %s', (filters ->> 'author')::bigint);
	END IF;
	IF filters ? 'channel' THEN
		parts := parts || format('m.channel_id = %s', (filters ->> 'channel')::bigint);
	END IF;
	IF filters ? 'mentions' THEN
		parts := parts || format('EXISTS (SELECT 1 FROM discord_message_mentions x WHERE x.guild_id = m.guild_id'
			' AND x.mention_type = ''user'' AND x.target_id = %s AND x.message_id = m.id)', (filters ->> 'mentions')::bigint);
	END IF;
	IF filters ? 'type' THEN
		parts := parts || format('m.message_type = %L', filters ->> 'type');
	END IF;
	IF (filters ->> 'pinned')::boolean THEN
		parts := parts || 'm.pinned'::text;
	END IF;
	IF NOT coalesce((filters ->> 'deleted')::boolean, false) THEN
		parts := parts || 'm.deleted_at IS NULL'::text;
	END IF;
	FOR thing IN SELECT jsonb_array_elements_text(coalesce(filters -> 'has', '[]')) LOOP
		parts := parts || CASE thing
			WHEN 'link' THEN 'm.content LIKE ''%://%'''
			WHEN 'reply' THEN 'm.referenced_message_id IS NOT NULL AND m.message_type = ''reply'''
			WHEN 'forward' THEN 'm.message_snapshots IS NOT NULL'
			WHEN 'edited' THEN 'm.edited_timestamp IS NOT NULL'
			WHEN 'image' THEN app.has_part('discord_message_attachments', 'x.content_type LIKE ''image/%''')
			WHEN 'video' THEN app.has_part('discord_message_attachments', 'x.content_type LIKE ''video/%''')
			WHEN 'attachment' THEN app.has_part('discord_message_attachments', 'true')
			WHEN 'embed' THEN app.has_part('discord_message_embeds', 'true')
			WHEN 'sticker' THEN app.has_part('discord_message_stickers', 'true')
			WHEN 'reaction' THEN format('(%s OR %s)', app.has_part('discord_message_reaction_counts', 'true'),
				app.has_part('discord_message_reactions', 'true'))
			ELSE 'false'
		END;
	END LOOP;
	RETURN CASE WHEN parts = '{}' THEN 'true' ELSE array_to_string(parts, ' AND ') END;
END $$;
