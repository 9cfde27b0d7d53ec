-- A guild's settings, every revision of them, and the bot's receipts for having applied them.

CREATE TABLE guild_config (
	guild_id bigint PRIMARY KEY REFERENCES discord_guilds (id) ON DELETE CASCADE,
	prefix varchar(10),
	mod_log_id bigint,
	audit_log_id bigint,
	join_log_id bigint,
	private_log_id bigint,
	report_log_id bigint,
	dev_log_id bigint,
	jail_channel_id bigint,
	jail_role_id bigint,
	starboard_channel_id bigint,
	perm_level_0_role_id bigint,
	perm_level_1_role_id bigint,
	perm_level_2_role_id bigint,
	perm_level_3_role_id bigint,
	perm_level_4_role_id bigint,
	perm_level_5_role_id bigint,
	perm_level_6_role_id bigint,
	perm_level_7_role_id bigint,
	enabled boolean NOT NULL DEFAULT false,
	language varchar(10) NOT NULL DEFAULT 'en',
	system_prompt varchar(8000) NOT NULL DEFAULT 'You are a helpful AI assistant for this Discord server.',
	channels bigint[] NOT NULL DEFAULT '{}',
	support_role_id bigint,
	max_messages_per_user integer NOT NULL DEFAULT 10,
	max_text_length integer NOT NULL DEFAULT 2000,
	time_zone varchar(50) NOT NULL DEFAULT 'UTC',
	locale varchar(10) NOT NULL DEFAULT 'en-US',
	revision integer NOT NULL DEFAULT 1,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	created_by bigint,
	updated_by bigint,
	is_deleted boolean NOT NULL DEFAULT false,
	deleted_at timestamptz,
	deleted_by bigint,
	CONSTRAINT guild_config_prefix_present CHECK (prefix <> ''),
	CONSTRAINT guild_config_channels_count CHECK (cardinality(channels) <= 500),
	CONSTRAINT guild_config_max_messages_per_user_range CHECK (max_messages_per_user BETWEEN 1 AND 1000),
	CONSTRAINT guild_config_max_text_length_range CHECK (max_text_length BETWEEN 1 AND 4000)
);
COMMENT ON COLUMN guild_config.revision IS 'raised by trigger with every change; a save names the revision it read';
COMMENT ON COLUMN guild_config.channels IS 'where the support assistant answers';

CREATE TABLE guild_config_revisions (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	revision integer NOT NULL,
	author bigint,
	at timestamptz NOT NULL DEFAULT now(),
	before jsonb NOT NULL,
	after jsonb NOT NULL,
	note varchar(500),
	PRIMARY KEY (guild_id, revision)
);
COMMENT ON COLUMN guild_config_revisions.before IS 'the changed settings only; snowflakes are strings';

CREATE TABLE guild_config_receipts (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	shard_id integer NOT NULL,
	revision integer NOT NULL,
	applied_at timestamptz NOT NULL DEFAULT now(),
	error text,
	PRIMARY KEY (guild_id, revision, shard_id)
);

-- Settings that no form knows yet: a key of the bot's choosing and a JSON value.
CREATE TABLE guild_dynamic_config (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	key varchar(100) NOT NULL,
	value jsonb NOT NULL,
	description varchar(500),
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	created_by bigint,
	updated_by bigint,
	PRIMARY KEY (guild_id, key),
	CONSTRAINT guild_dynamic_config_key_form CHECK (key ~ '^[a-z][a-z0-9_.]*$'),
	CONSTRAINT guild_dynamic_config_value_size CHECK (octet_length(value::text) <= 16384)
);

SELECT app.snowflakes('guild_config', 'guild_id', 'mod_log_id', 'audit_log_id', 'join_log_id', 'private_log_id',
		'report_log_id', 'dev_log_id', 'jail_channel_id', 'jail_role_id', 'starboard_channel_id', 'support_role_id',
		'perm_level_0_role_id', 'perm_level_1_role_id', 'perm_level_2_role_id', 'perm_level_3_role_id',
		'perm_level_4_role_id', 'perm_level_5_role_id', 'perm_level_6_role_id', 'perm_level_7_role_id'),
	app.snowflakes('guild_config_revisions', 'guild_id'), app.snowflakes('guild_config_receipts', 'guild_id'),
	app.snowflakes('guild_dynamic_config', 'guild_id');
SELECT app.touch('guild_config'), app.touch('guild_dynamic_config');

------------------------------------------------------------------------------------------------ revisions

-- The settings proper, without bookkeeping; snowflakes as strings because JSON numbers end at 2^53.
CREATE FUNCTION app.config_settings(c guild_config) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
RETURN (
	SELECT jsonb_object_agg(s.key, CASE
		WHEN s.key = 'channels' THEN to_jsonb(c.channels::text[])
		WHEN s.key LIKE '%\_id' AND jsonb_typeof(s.value) = 'number' THEN to_jsonb(s.value #>> '{}')
		ELSE s.value
	END)
	FROM jsonb_each(to_jsonb(c) - ARRAY[
		'guild_id', 'revision', 'created_at', 'updated_at', 'created_by', 'updated_by', 'deleted_at', 'deleted_by'
	]) AS s
);

-- The writer does not choose the revision: 1 for a new row, one more for every update that changes a setting.
CREATE FUNCTION app.raise_config_revision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		NEW.revision := 1;
	ELSE
		NEW.revision := OLD.revision + (app.config_settings(OLD) IS DISTINCT FROM app.config_settings(NEW))::integer;
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER raise_config_revision BEFORE INSERT OR UPDATE ON guild_config
	FOR EACH ROW EXECUTE FUNCTION app.raise_config_revision();

-- Nothing can skip the history. The note of a save is handed over as the transaction's setting `app.note`.
CREATE FUNCTION app.record_config_revision() RETURNS trigger
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
		was := app.changed_fields(was, differing, '{}');
		becomes := app.changed_fields(becomes, differing, '{}');
	END IF;
	INSERT INTO guild_config_revisions (guild_id, revision, author, before, after, note)
	VALUES (NEW.guild_id, NEW.revision, coalesce(app.user_id(), NEW.updated_by, NEW.created_by), was, becomes,
		left(nullif(current_setting('app.note', true), ''), 500));
	RETURN NULL;
END $$;
CREATE TRIGGER record_config_revision AFTER INSERT OR UPDATE ON guild_config
	FOR EACH ROW EXECUTE FUNCTION app.record_config_revision();

-- S5's channel and payload, plus the revision. NOTIFY refuses 8000 bytes: a longer configuration is left for the
-- listener to read. Ids inside `config` are strings; `server_id` is a number, as in S5.
CREATE FUNCTION public.notify_server_config_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	brief jsonb := jsonb_build_object('server_id', NEW.guild_id, 'revision', NEW.revision);
	full_text text := (brief || jsonb_build_object('config', app.config_settings(NEW)))::text;
BEGIN
	IF TG_OP = 'INSERT' OR NEW.revision <> OLD.revision THEN
		PERFORM pg_notify('server_config_changed', CASE WHEN octet_length(full_text) < 8000 THEN full_text ELSE brief::text END);
	END IF;
	RETURN NULL;
END $$;
CREATE TRIGGER notify_server_config_changed AFTER INSERT OR UPDATE ON guild_config
	FOR EACH ROW EXECUTE FUNCTION public.notify_server_config_changed();

-- Called by the triggers as whoever writes.
GRANT EXECUTE ON FUNCTION app.config_settings(guild_config) TO guildhall_web, guildhall_bot;

------------------------------------------------------------------------------------------------ policies

SELECT app.protect('guild_config', 3, 5, web => 'select,insert,update'),
	app.protect('guild_config_revisions', 3, NULL),
	app.protect('guild_config_receipts', 3, NULL),
	app.protect('guild_dynamic_config', 3, 5, web => 'select,insert,update,delete');
REVOKE INSERT, UPDATE, DELETE ON guild_config_revisions FROM guildhall_bot;
SELECT app.track('guild_config', '{guild_id}'), app.track('guild_dynamic_config', '{guild_id,key}');
