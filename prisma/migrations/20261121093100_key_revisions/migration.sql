-- A change of a dynamic key is a revision of the server's settings like any other: numbered, recorded, told to the bot.

ALTER TABLE guild_config ADD COLUMN keys_revision integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN guild_config.keys_revision IS 'raised by trigger with every change of a dynamic key';

CREATE OR REPLACE FUNCTION app.config_settings(c guild_config) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
RETURN (
	SELECT jsonb_object_agg(s.key, CASE
		WHEN s.key = 'channels' THEN to_jsonb(c.channels::text[])
		WHEN s.key LIKE '%\_id' AND jsonb_typeof(s.value) = 'number' THEN to_jsonb(s.value #>> '{}')
		ELSE s.value
	END)
	FROM jsonb_each(to_jsonb(c) - ARRAY[
		'guild_id', 'revision', 'keys_revision', 'created_at', 'updated_at', 'created_by', 'updated_by', 'deleted_at',
		'deleted_by'
	]) AS s
);

-- Only the keys' own trigger, which runs as the owner, can say that a key has changed.
CREATE OR REPLACE FUNCTION app.raise_config_revision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		NEW.revision := 1;
		NEW.keys_revision := 0;
		RETURN NEW;
	END IF;
	IF current_user <> 'guildhall_owner' THEN
		NEW.keys_revision := OLD.keys_revision;
	END IF;
	NEW.revision := OLD.revision + (NEW.keys_revision <> OLD.keys_revision
		OR app.config_settings(OLD) IS DISTINCT FROM app.config_settings(NEW))::integer;
	RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.record_config_revision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	was jsonb := '{}';
	becomes jsonb := app.config_settings(NEW);
	differing text[];
BEGIN
	IF TG_OP = 'UPDATE' THEN
		IF NEW.revision = OLD.revision THEN
			RETURN NULL;
		END IF;
		was := app.config_settings(OLD);
		SELECT array_agg(f.key) INTO differing FROM jsonb_each(becomes) AS f WHERE f.value IS DISTINCT FROM was -> f.key;
		was := coalesce(app.changed_fields(was, differing, '{}'), '{}');
		becomes := coalesce(app.changed_fields(becomes, differing, '{}'), '{}');
	END IF;
	INSERT INTO guild_config_revisions (guild_id, revision, author, before, after, note)
	VALUES (NEW.guild_id, NEW.revision, coalesce(app.user_id(), NEW.updated_by, NEW.created_by), was, becomes,
		left(nullif(current_setting('app.note', true), ''), 500));
	RETURN NULL;
END $$;

-- A key as revisions keep it. No setting's name has a colon; the value is text, since its numbers may be longer than
-- JavaScript can hold.
CREATE FUNCTION app.key_entry(k guild_dynamic_config) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
RETURN jsonb_build_object('dynamic:' || k.key,
	jsonb_build_object('json', k.value::text, 'description', k.description));

CREATE FUNCTION app.record_key_revision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	guild bigint := coalesce(NEW.guild_id, OLD.guild_id);
	was jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE app.key_entry(OLD) END;
	becomes jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE app.key_entry(NEW) END;
	absent jsonb;
	writer bigint := coalesce(app.user_id(), NEW.updated_by, NEW.created_by);
	raised integer;
BEGIN
	-- The keys of a server that is being erased go without a word.
	IF was = becomes OR NOT EXISTS (SELECT FROM discord_guilds WHERE id = guild) THEN
		RETURN NULL;
	END IF;
	SELECT jsonb_object_agg(f.name, NULL::text) INTO absent FROM jsonb_object_keys(was || becomes) AS f (name);
	INSERT INTO guild_config (guild_id, created_by) VALUES (guild, writer) ON CONFLICT (guild_id) DO NOTHING;
	UPDATE guild_config SET keys_revision = keys_revision + 1, updated_by = coalesce(writer, updated_by)
	WHERE guild_id = guild
	RETURNING revision INTO raised;
	UPDATE guild_config_revisions SET before = absent || was, after = absent || becomes, author = writer
	WHERE guild_id = guild AND revision = raised;
	RETURN NULL;
END $$;
CREATE TRIGGER record_key_revision AFTER INSERT OR UPDATE OR DELETE ON guild_dynamic_config
	FOR EACH ROW EXECUTE FUNCTION app.record_key_revision();

COMMENT ON COLUMN guild_config_revisions.before IS
	'the changed settings only; snowflakes are strings; a dynamic key is named dynamic:KEY, null where there is none';
