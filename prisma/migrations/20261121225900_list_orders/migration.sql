-- Lists that are narrowed are read in their own order: what decides has an index in that order, and where two ways lead
-- there, a bounded count says which is shorter.

------------------------------------------------------------------------------------------------ members

-- Whether a member is a bot is said of the person, in a table of the whole instance that the web role may read only where
-- both meet: it looked all members of a server up to find its bots.
ALTER TABLE discord_guild_members ADD COLUMN is_bot boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN discord_guild_members.is_bot IS 'discord_users.bot; kept by triggers';
UPDATE discord_guild_members m SET is_bot = true FROM discord_users u WHERE u.id = m.user_id AND u.bot;
CREATE INDEX idx_guild_members_bots ON discord_guild_members (guild_id, joined_at, user_id) WHERE is_bot;

CREATE OR REPLACE FUNCTION app.name_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	person record;
BEGIN
	SELECT u.username, u.global_name, u.bot INTO person FROM discord_users u WHERE u.id = NEW.user_id;
	NEW.sort_name := lower(coalesce(NEW.nick, person.global_name, person.username, ''));
	NEW.search_text := lower(concat_ws(' ', NEW.nick, person.global_name, person.username));
	NEW.is_bot := coalesce(person.bot, false);
	RETURN NEW;
END $$;
DROP TRIGGER rename_members ON discord_users;
CREATE TRIGGER rename_members AFTER UPDATE OF username, global_name, bot ON discord_users FOR EACH ROW
	WHEN (NEW.username IS DISTINCT FROM OLD.username OR NEW.global_name IS DISTINCT FROM OLD.global_name
		OR coalesce(NEW.bot, false) <> coalesce(OLD.bot, false))
	EXECUTE FUNCTION app.rename_members();

-- The members whose names hold `query`, the first by name. Names that many have are met soon on a walk through all names;
-- the others are found by their trigrams, whose index holds every server's members. The first names of the server tell
-- which it is.
CREATE OR REPLACE FUNCTION app.search_members(
	guild bigint, query text, max_rows integer DEFAULT 50, with_left boolean DEFAULT false
) RETURNS TABLE (user_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
	wanted text := lower(btrim(query));
	pattern text := '%' || regexp_replace(wanted, '([\\%_])', '\\\1', 'g') || '%';
	many integer := least(greatest(max_rows, 1), 1000);
	probe CONSTANT integer := 2000;
	-- how many times the probe a walk may be expected to take
	reach CONSTANT integer := 20;
	seen integer;
	hits integer;
	walk text := 'FROM (SELECT m.user_id, m.sort_name, m.search_text FROM discord_guild_members m
		WHERE m.guild_id = $1 AND ($3 OR m.left_at IS NULL) ORDER BY m.sort_name, m.user_id LIMIT %s) w';
	found bigint[];
BEGIN
	IF app.guild(1) IS DISTINCT FROM guild OR wanted = '' THEN
		RETURN;
	END IF;
	IF wanted ~ '^[0-9]{7,19}$' THEN
		RETURN QUERY
		SELECT m.user_id FROM discord_guild_members m
		WHERE m.guild_id = guild AND m.user_id = wanted::numeric AND (with_left OR m.left_at IS NULL);
	END IF;
	IF length(wanted) < 3 THEN
		RETURN QUERY
		SELECT m.user_id FROM discord_guild_members m
		WHERE m.guild_id = guild AND m.sort_name >= wanted AND m.sort_name < wanted || chr(1114111)
			AND (with_left OR m.left_at IS NULL)
		ORDER BY m.sort_name, m.user_id LIMIT many;
		RETURN;
	END IF;
	EXECUTE format('SELECT count(*), count(*) FILTER (WHERE w.search_text LIKE $2) ' || walk, probe)
		INTO seen, hits USING guild, pattern, with_left;
	IF seen < probe OR hits * reach >= many THEN
		EXECUTE format('SELECT array_agg(n.user_id ORDER BY n.sort_name, n.user_id) FROM (SELECT w.user_id, w.sort_name '
			|| walk || ' WHERE w.search_text LIKE $2 ORDER BY w.sort_name, w.user_id LIMIT $4) n',
			CASE WHEN seen < probe THEN probe ELSE 2 * probe * (many / hits + 1) END)
			INTO found USING guild, pattern, with_left, many;
	END IF;
	IF seen < probe OR cardinality(found) = many THEN
		RETURN QUERY SELECT unnest(found);
		RETURN;
	END IF;
	RETURN QUERY EXECUTE
		'SELECT m.user_id FROM discord_guild_members m
		WHERE m.guild_id = $1 AND m.search_text LIKE $2 AND ($3 OR m.left_at IS NULL)
		ORDER BY m.sort_name, m.user_id LIMIT $4'
		USING guild, pattern, with_left, many;
END $$;

------------------------------------------------------------------------------------------------ messages

-- Pictures and videos in the order of the list. As a range of content types they come in the order of the types.
CREATE INDEX idx_attachments_images ON discord_message_attachments (guild_id, message_id DESC)
	WHERE content_type LIKE 'image/%';
CREATE INDEX idx_attachments_videos ON discord_message_attachments (guild_id, message_id DESC)
	WHERE content_type LIKE 'video/%';
DROP INDEX idx_attachments_content_type;

-- Types that few messages have: who joined, what was pinned, threads …
CREATE INDEX idx_messages_rare_type ON discord_messages (guild_id, message_type, id DESC)
	WHERE message_type NOT IN ('regular', 'reply');

-- The tables, with conditions, whose rows say that a message has `thing`; null for what its own row says.
CREATE FUNCTION app.part_sources(thing text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
RETURN CASE thing
	WHEN 'image' THEN ARRAY['discord_message_attachments x WHERE x.content_type LIKE ''image/%''']
	WHEN 'video' THEN ARRAY['discord_message_attachments x WHERE x.content_type LIKE ''video/%''']
	WHEN 'attachment' THEN ARRAY['discord_message_attachments x WHERE true']
	WHEN 'embed' THEN ARRAY['discord_message_embeds x WHERE true']
	WHEN 'sticker' THEN ARRAY['discord_message_stickers x WHERE true']
	WHEN 'reaction' THEN ARRAY['discord_message_reaction_counts x WHERE true', 'discord_message_reactions x WHERE true']
END;

-- The same for everything that `filters` ask for, one row for each.
CREATE FUNCTION app.asked_parts(filters jsonb) RETURNS TABLE (sources text[])
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
	SELECT ARRAY[format('discord_message_mentions x WHERE x.mention_type = ''user'' AND x.target_id = %s',
		(filters ->> 'mentions')::bigint)]
	WHERE filters ? 'mentions'
	UNION ALL
	SELECT app.part_sources(thing) FROM jsonb_array_elements_text(coalesce(filters -> 'has', '[]')) thing
	WHERE app.part_sources(thing) IS NOT NULL;
END;

-- Whether message `m` has the part, looked up for each message: as a join it would be all of a server's parts.
CREATE FUNCTION app.has_part(sources text[]) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
	SELECT format('(%s)', string_agg(format(
		'EXISTS (SELECT 1 FROM %s AND x.guild_id = m.guild_id AND x.message_id = m.id OFFSET 0)', source), ' OR '))
	FROM unnest(sources) source;
END;

-- A statement for the newest messages that have the part: at most $4 ids in guild $1, from $2 on and below $3.
CREATE FUNCTION app.part_walk(sources text[]) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
	SELECT format('SELECT u.message_id FROM (%s) u ORDER BY u.message_id DESC LIMIT $4', string_agg(format(
		'(SELECT DISTINCT x.message_id FROM %s AND x.guild_id = $1 AND x.message_id >= $2 AND x.message_id < $3'
		' ORDER BY x.message_id DESC LIMIT $4)', source), ' UNION '))
	FROM unnest(sources) source;
END;

CREATE OR REPLACE FUNCTION app.message_conditions(filters jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	parts text[] := ARRAY(SELECT app.has_part(a.sources) FROM app.asked_parts(filters) a);
	thing text;
BEGIN
	IF filters ? 'author' THEN
		parts := parts || format('m.author_id = %s', (filters ->> 'author')::bigint);
	END IF;
	IF filters ? 'channel' THEN
		parts := parts || format('m.channel_id = %s', (filters ->> 'channel')::bigint);
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
			ELSE CASE WHEN app.part_sources(thing) IS NULL THEN 'false' END
		END;
	END LOOP;
	RETURN CASE WHEN parts = '{}' THEN 'true' ELSE array_to_string(parts, ' AND ') END;
END $$;
DROP FUNCTION app.has_part(regclass, text);

-- The part to walk along, as `part_walk` says it; null where the messages themselves are the shorter way. Where the
-- filters also name an author, a channel, words or pins, that is unless few messages of the server have the part.
CREATE FUNCTION app.steering_part(guild bigint, filters jsonb, narrowed boolean, low bigint, high bigint) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	few CONSTANT integer := 2000;
	walks text[] := ARRAY(SELECT app.part_walk(a.sources) FROM app.asked_parts(filters) a);
	walk text;
	rows integer;
	fewest integer;
	best text;
BEGIN
	IF cardinality(walks) = 1 AND NOT narrowed THEN
		RETURN walks[1];
	END IF;
	FOREACH walk IN ARRAY walks LOOP
		EXECUTE format('SELECT count(*) FROM (%s) counted', walk) INTO rows USING guild, low, high, few;
		IF fewest IS NULL OR rows < fewest THEN
			fewest := rows;
			best := walk;
		END IF;
	END LOOP;
	RETURN CASE WHEN fewest < few OR NOT narrowed THEN best END;
END $$;

-- Ids of the messages that match `query` (websearch syntax; null for any) and `filters`, newest first, below `before_id`
-- and from `after_id` on. Needs level 3 in the entered guild, else answers nothing. Where a part steers, its messages are
-- looked up by the hundred; else the messages are read in windows of a month, four months, sixteen …: common words cost
-- one partition, rare ones a few index look-ups.
CREATE OR REPLACE FUNCTION app.search_messages(
	guild bigint, query text, filters jsonb DEFAULT '{}', before_id bigint DEFAULT NULL, after_id bigint DEFAULT NULL,
	max_rows integer DEFAULT 50
) RETURNS TABLE (id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
	words tsquery := websearch_to_tsquery('simple', query);
	wanted integer := least(greatest(max_rows, 1), 500);
	got integer;
	high bigint;
	low bigint;
	oldest bigint;
	width bigint := (31 * 86400000::bigint) << 22;
	statement text;
	walk text;
	chunk integer := 2 * wanted;
	ids bigint[];
BEGIN
	IF app.guild(3) IS DISTINCT FROM guild OR numnode(words) = 0 THEN
		RETURN;
	END IF;
	SELECT min(m.id), max(m.id) + 1 INTO oldest, high FROM discord_messages m WHERE m.guild_id = guild;
	oldest := greatest(oldest, after_id);
	high := least(high, before_id);
	statement := format('SELECT m.id FROM discord_messages m WHERE m.guild_id = $1 AND m.id >= $2 AND m.id < $3 AND %s AND %s',
		CASE WHEN words IS NULL THEN 'true' ELSE format('m.search @@ %L::tsquery', words) END,
		app.message_conditions(filters));
	walk := app.steering_part(guild, filters,
		words IS NOT NULL OR filters ?| '{author,channel}' OR coalesce((filters ->> 'pinned')::boolean, false), oldest, high);
	WHILE high > oldest AND wanted > 0 LOOP
		IF walk IS NULL THEN
			low := greatest(high - width, oldest);
			RETURN QUERY EXECUTE statement || ' ORDER BY m.id DESC LIMIT $4' USING guild, low, high, wanted;
			GET DIAGNOSTICS got = ROW_COUNT;
			width := least(width, 1000000000000000000) * 4;
		ELSE
			EXECUTE format('SELECT array_agg(w.message_id ORDER BY w.message_id DESC) FROM (%s) w', walk)
				INTO ids USING guild, oldest, high, chunk;
			low := CASE WHEN cardinality(ids) = chunk THEN ids[chunk] ELSE oldest END;
			RETURN QUERY EXECUTE statement || ' AND m.id = ANY ($5) ORDER BY m.id DESC LIMIT $4'
				USING guild, low, high, wanted, ids;
			GET DIAGNOSTICS got = ROW_COUNT;
			chunk := least(chunk * 4, 1000);
		END IF;
		wanted := wanted - got;
		high := low;
	END LOOP;
END $$;
