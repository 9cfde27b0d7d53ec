-- The functions that every later migration and every policy stands on. Bodies that name tables are plpgsql, because
-- those tables come in later migrations. All functions pin their search_path.

DO $$
BEGIN
	IF current_user <> 'guildhall_owner' THEN
		RAISE EXCEPTION 'migrations run as guildhall_owner, not as %', current_user
			USING HINT = 'Run scripts/database/bootstrap.sql once, then migrate with DATABASE_OWNER_URL.';
	END IF;
END $$;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app, public TO guildhall_web, guildhall_auth, guildhall_bot;

-- Nobody may call a function that no migration granted to them. (Triggers fire without this privilege.)
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

------------------------------------------------------------------------------------------------ snowflakes

-- The smallest snowflake of a moment (Discord's epoch is 2015-01-01), plus `low` (0 to 4194303) below the milliseconds.
-- Declared IMMUTABLE, which `extract(epoch …)` of a timestamptz is in fact, so that it prunes partitions.
CREATE FUNCTION app.snowflake_at(moment timestamptz, low bigint DEFAULT 0) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN (((floor(extract(epoch FROM moment) * 1000))::bigint - 1420070400000) << 22) + low;

CREATE FUNCTION app.snowflake_time(snowflake bigint) RETURNS timestamptz
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN to_timestamp(((snowflake >> 22) + 1420070400000) / 1000.0::double precision);

-- A new id for rows that Discord does not number (the bot's own log): the present moment and a counter.
CREATE SEQUENCE app.snowflake_low MAXVALUE 4194303 MINVALUE 0 START 0 CYCLE;
CREATE FUNCTION app.new_snowflake() RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN app.snowflake_at(clock_timestamp(), nextval('app.snowflake_low'));

-- Named CHECKs: at least 4194304 (Discord's first millisecond); `guild_id` and `server_id` may also be 0, the row `@me`.
CREATE FUNCTION app.snowflakes(tbl regclass, VARIADIC columns text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	col text;
	extra text;
	tbl_name text := (SELECT relname FROM pg_class WHERE oid = tbl);
BEGIN
	FOREACH col IN ARRAY columns LOOP
		extra := CASE WHEN col IN ('guild_id', 'server_id') THEN format(' OR %I = 0', col) ELSE '' END;
		EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I CHECK (%I >= 4194304%s)',
			tbl, tbl_name || '_' || col || '_snowflake', col, extra);
	END LOOP;
END $$;

----------------------------------------------------------------------------------------- who is asking, and where

-- The holder of the token that `app.enter` stored: nobody (all null) when the session is unknown, idle for too long,
-- past its absolute end or revoked, or the person is disabled. `max_level` and `only_guild` limit an API token.
CREATE FUNCTION app.caller(OUT user_id bigint, OUT max_level smallint, OUT only_guild bigint, OUT session_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	digest bytea := sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8'));
BEGIN
	IF digest IS NULL THEN
		RETURN;
	END IF;
	SELECT s.user_id, 7, NULL, s.id INTO user_id, max_level, only_guild, session_id
	FROM web_sessions s JOIN web_users u ON u.user_id = s.user_id
	WHERE s.token_hash = digest
		AND s.is_active AND s.revoked_at IS NULL AND NOT s.is_deleted
		AND s.expires_at > now() AND s.absolute_expires_at > now()
		AND u.is_active AND NOT u.is_deleted;
	IF FOUND THEN
		RETURN;
	END IF;
	SELECT t.user_id, coalesce(t.max_level, 7), t.guild_id, NULL INTO user_id, max_level, only_guild, session_id
	FROM api_tokens t JOIN web_users u ON u.user_id = t.user_id
	WHERE t.token_hash = digest
		AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())
		AND u.is_active AND NOT u.is_deleted;
END $$;

CREATE FUNCTION app.user_id() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN (SELECT c.user_id FROM app.caller() c);
END $$;

-- Like `app.user_id()`, for sessions only: an API token must not list sessions or make itself a stronger token.
CREATE FUNCTION app.session_user_id() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN (SELECT c.user_id FROM app.caller() c WHERE c.session_id IS NOT NULL);
END $$;

-- The access level 0 to 7 of a person in a guild; the highest source wins. Discord's own answer counts for ten minutes
-- after it was last confirmed; a role counts while its holder is in the guild and never makes an owner.
CREATE FUNCTION app.guild_level(guild bigint, usr bigint) RETURNS smallint
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	by_row smallint;
	by_role smallint;
BEGIN
	IF guild IS NULL OR guild = 0 OR usr IS NULL THEN
		RETURN 0;
	END IF;
	SELECT max(a.level) INTO by_row
	FROM server_admins a
	WHERE a.server_id = guild AND a.user_id = usr
		AND (a.source <> 'discord' OR a.checked_at > now() - interval '10 minutes')
		AND (a.expires_at IS NULL OR a.expires_at > now());
	IF by_row >= 6 THEN
		RETURN by_row;
	END IF;
	SELECT max(l.level) INTO by_role
	FROM guild_config c
		JOIN discord_guild_members m ON m.guild_id = c.guild_id AND m.user_id = usr AND m.left_at IS NULL
		CROSS JOIN LATERAL (VALUES
			(1, c.perm_level_1_role_id), (2, c.perm_level_2_role_id), (3, c.perm_level_3_role_id),
			(4, c.perm_level_4_role_id), (5, c.perm_level_5_role_id), (6, c.perm_level_6_role_id)
		) AS l (level, role_id)
	WHERE c.guild_id = guild
		AND (
			l.role_id = guild -- @everyone, which Discord does not list among a member's roles
			OR EXISTS (
				SELECT 1 FROM discord_member_roles r
				WHERE r.guild_id = guild AND r.user_id = usr AND r.role_id = l.role_id
			)
		);
	RETURN greatest(by_row, by_role, 0);
END $$;

-- The entered guild's id if the caller holds at least `min_level` there, else null: what every policy compares with.
CREATE FUNCTION app.guild(min_level integer) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	entered bigint := nullif(current_setting('app.guild', true), '')::bigint;
	who record;
BEGIN
	IF entered IS NULL OR entered = 0 THEN
		RETURN NULL;
	END IF;
	SELECT * INTO who FROM app.caller();
	IF who.user_id IS NULL OR who.only_guild <> entered OR who.max_level < min_level THEN
		RETURN NULL;
	END IF;
	IF app.guild_level(entered, who.user_id) >= greatest(min_level, 1) THEN
		RETURN entered;
	END IF;
	RETURN NULL;
END $$;

-- First statement of every unit of work: keeps the token, the guild and the request's id for this transaction.
-- Answers the caller's level in the guild, 0 when no guild was asked for, null when the caller is to be refused.
CREATE FUNCTION app.enter(token text, guild bigint, request_id text DEFAULT NULL) RETURNS smallint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	who record;
	found smallint;
BEGIN
	PERFORM set_config('app.token', coalesce(token, ''), true),
		set_config('app.guild', coalesce(guild::text, ''), true),
		set_config('app.request_id', coalesce(request_id, ''), true);
	SELECT * INTO who FROM app.caller();
	IF who.user_id IS NULL THEN
		RETURN NULL;
	END IF;
	IF guild IS NULL THEN
		RETURN 0;
	END IF;
	IF who.only_guild <> guild THEN
		RETURN NULL;
	END IF;
	found := least(app.guild_level(guild, who.user_id), who.max_level);
	RETURN nullif(found, 0);
END $$;

GRANT EXECUTE ON FUNCTION app.enter(text, bigint, text), app.guild(integer), app.user_id(), app.session_user_id()
	TO guildhall_web;
GRANT EXECUTE ON FUNCTION app.snowflake_at(timestamptz, bigint), app.snowflake_time(bigint)
	TO guildhall_web, guildhall_auth, guildhall_bot;
GRANT EXECUTE ON FUNCTION app.new_snowflake() TO guildhall_web, guildhall_bot;

------------------------------------------------------------------------------------------------ policies

-- Row-level security on, also for the owner, who gets a policy of its own: without one, back-fills would silently touch
-- 0 rows and foreign keys would not find their targets.
CREATE FUNCTION app.lock(tbl regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
	EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
	EXECUTE format('CREATE POLICY owner_all ON %s TO guildhall_owner USING (true) WITH CHECK (true)', tbl);
END $$;

-- The web role's grants and policies: `web` lists its commands ('select', 'select,insert,update' …). A row is visible
-- from level `read_level` on and may be written from `write_level` on, in the entered guild only. The scalar sub-select
-- is evaluated once per statement; a function of the row would be called for every row.
CREATE FUNCTION app.web_policies(tbl regclass, read_level integer, write_level integer, guild_column name, web text)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	command text;
	level integer;
	rule text;
BEGIN
	FOREACH command IN ARRAY string_to_array(lower(replace(web, ' ', '')), ',') LOOP
		level := CASE command WHEN 'select' THEN read_level ELSE write_level END;
		IF level IS NULL OR level NOT BETWEEN 1 AND 7 THEN
			RAISE EXCEPTION '% on % needs a level from 1 to 7', command, tbl;
		END IF;
		rule := format('%I = (SELECT app.guild(%s))', guild_column, level);
		EXECUTE format('GRANT %s ON %s TO guildhall_web', command, tbl);
		EXECUTE format('CREATE POLICY %I ON %s FOR %s TO guildhall_web %s', 'web_' || command, tbl, command,
			CASE command
				WHEN 'insert' THEN format('WITH CHECK (%s)', rule)
				WHEN 'update' THEN format('USING (%s) WITH CHECK (%s)', rule, rule)
				ELSE format('USING (%s)', rule)
			END);
	END LOOP;
END $$;

-- For tables of a guild that the gateway worker and the importer keep or read.
CREATE FUNCTION app.protect(
	tbl regclass, read_level integer, write_level integer, guild_column name DEFAULT 'guild_id', web text DEFAULT 'select'
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM app.lock(tbl);
	EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO guildhall_bot', tbl);
	EXECUTE format('CREATE POLICY bot_all ON %s TO guildhall_bot USING (true) WITH CHECK (true)', tbl);
	PERFORM app.web_policies(tbl, read_level, write_level, guild_column, web);
END $$;

-- For tables of a guild that are none of the bot's business: access, billing.
CREATE FUNCTION app.protect_web_only(
	tbl regclass, read_level integer, write_level integer, guild_column name DEFAULT 'guild_id', web text DEFAULT 'select'
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM app.lock(tbl);
	PERFORM app.web_policies(tbl, read_level, write_level, guild_column, web);
END $$;

------------------------------------------------------------------------------------------------ triggers

CREATE FUNCTION public.set_updated_at() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	NEW.updated_at := now();
	RETURN NEW;
END $$;

CREATE FUNCTION app.touch(tbl regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	EXECUTE format('CREATE TRIGGER set_%I_updated_at BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION set_updated_at()',
		(SELECT relname FROM pg_class WHERE oid = tbl), tbl);
END $$;

-- Writes one row of `dashboard_changes` for what the web role did; other roles' writes are not dashboard changes.
-- Arguments: the guild column, the key columns and the masked columns, each as a text array.
-- An update that changes nothing is not recorded. Masked fields show that they changed, not their value.
CREATE FUNCTION app.record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
	keys text[] := TG_ARGV[1];
	masked text[] := TG_ARGV[2];
	before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
	after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
	subject jsonb := coalesce(after, before);
	guild bigint := (subject ->> TG_ARGV[0])::bigint;
	bookkeeping CONSTANT text[] := ARRAY['updated_at', 'updated_by'];
	differing text[];
BEGIN
	IF session_user <> 'guildhall_web' OR guild IS NULL THEN
		RETURN NULL;
	END IF;
	SELECT array_agg(f.name) INTO differing
	FROM jsonb_object_keys(subject) AS f (name)
	WHERE f.name <> ALL (bookkeeping) AND (before -> f.name) IS DISTINCT FROM (after -> f.name);
	IF differing IS NULL THEN
		RETURN NULL;
	END IF;
	PERFORM app.append_change(
		guild, TG_TABLE_NAME, lower(TG_OP),
		(SELECT string_agg(subject ->> k.name, '/' ORDER BY k.place) FROM unnest(keys) WITH ORDINALITY AS k (name, place)),
		app.changed_fields(before, differing, masked), app.changed_fields(after, differing, masked)
	);
	RETURN NULL;
END $$;

-- Numbers that JavaScript cannot hold exactly (snowflakes, and lists of them) as text.
CREATE FUNCTION app.json_safe(value jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF jsonb_typeof(value) = 'number' AND abs(value::numeric) > 9007199254740991 THEN
		RETURN to_jsonb(value #>> '{}');
	ELSIF jsonb_typeof(value) = 'array' THEN
		RETURN (
			SELECT coalesce(jsonb_agg(app.json_safe(e.item) ORDER BY e.place), '[]')
			FROM jsonb_array_elements(value) WITH ORDINALITY AS e (item, place)
		);
	END IF;
	RETURN value;
END $$;

-- The named fields of a row; a masked one becomes "•••" unless it is null.
CREATE FUNCTION app.changed_fields(fields jsonb, names text[], masked text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
RETURN CASE WHEN fields IS NOT NULL THEN (
	SELECT jsonb_object_agg(f.key,
		CASE WHEN f.key = ANY (masked) AND f.value <> 'null'::jsonb THEN '"•••"'::jsonb ELSE app.json_safe(f.value) END)
	FROM jsonb_each(fields) AS f
	WHERE f.key = ANY (names)
) END;

-- Attaches the change log. The guild column is `guild_id` or `server_id` (for `discord_guilds`, its `id`);
-- a table of persons, which has neither, belongs to no guild's log and gets no trigger.
CREATE FUNCTION app.track(tbl regclass, key text[], masked text[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	guild_column text := CASE WHEN tbl = to_regclass('public.discord_guilds') THEN 'id' ELSE (
		SELECT a.attname FROM pg_attribute a
		WHERE a.attrelid = tbl AND a.attname IN ('guild_id', 'server_id') AND NOT a.attisdropped
		ORDER BY a.attname LIMIT 1
	) END;
BEGIN
	IF guild_column IS NULL THEN
		RETURN;
	END IF;
	EXECUTE format(
		'CREATE TRIGGER track_changes AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW'
		' EXECUTE FUNCTION app.record_change(%L, %L, %L)', tbl, guild_column, key::text, masked::text);
END $$;

-- Fills an absent guild: from the parent row named by `foreign_key`, or 0 (`@me`) without one. The documents' bots leave
-- `guild_id` out of child tables, and null in direct messages, global commands and standard stickers.
CREATE FUNCTION app.fill_guild() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF TG_NARGS = 2 THEN
		EXECUTE format('SELECT guild_id FROM %s WHERE id = $1', TG_ARGV[0])
			INTO NEW.guild_id USING (to_jsonb(NEW) ->> TG_ARGV[1])::bigint;
	END IF;
	NEW.guild_id := coalesce(NEW.guild_id, 0);
	RETURN NEW;
END $$;

CREATE FUNCTION app.derive_guild(tbl regclass, parent regclass DEFAULT NULL, foreign_key name DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	EXECUTE format(
		'CREATE TRIGGER fill_guild BEFORE INSERT ON %s FOR EACH ROW WHEN (NEW.guild_id IS NULL)'
		' EXECUTE FUNCTION app.fill_guild(%s)', tbl,
		CASE WHEN parent IS NULL THEN '' ELSE format('%L, %L', parent::text, foreign_key) END);
END $$;

------------------------------------------------------------------------------------------------ partitions

-- Makes the month partitions `<table>_yYYYYmMM` of a table that is partitioned by range of snowflakes, from the month of
-- `from_month` to that of `to_month`, both included; answers how many were made. A month that already has rows in the
-- default partition stays there: moving them would fire the cascades of their children.
CREATE FUNCTION app.ensure_month_partitions(tbl regclass, from_month date, to_month date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	parent name := (
		SELECT c.relname FROM pg_class c JOIN pg_partitioned_table p ON p.partrelid = c.oid
		WHERE c.oid = tbl AND p.partstrat = 'r' AND c.relnamespace = 'public'::regnamespace
	);
	month timestamptz;
	part text;
	low bigint;
	high bigint;
	occupied boolean;
	made integer := 0;
BEGIN
	IF parent IS NULL THEN
		RAISE EXCEPTION '% is not partitioned by range', tbl USING ERRCODE = 'wrong_object_type';
	END IF;
	IF to_month - from_month > 366 * 30 THEN
		RAISE EXCEPTION 'more than 30 years of months' USING ERRCODE = 'invalid_parameter_value';
	END IF;
	PERFORM pg_advisory_xact_lock(hashtextextended('app.ensure_month_partitions', tbl::oid::bigint));
	FOR month IN
		SELECT m AT TIME ZONE 'UTC'
		FROM generate_series(date_trunc('month', from_month::timestamp), to_month::timestamp, interval '1 month') AS m
	LOOP
		part := format('%s_y%sm%s', parent, to_char(month AT TIME ZONE 'UTC', 'YYYY'), to_char(month AT TIME ZONE 'UTC', 'MM'));
		CONTINUE WHEN to_regclass(format('public.%I', part)) IS NOT NULL;
		low := app.snowflake_at(month);
		high := app.snowflake_at((month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC');
		EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE id >= %s AND id < %s)', parent || '_default', low, high)
			INTO occupied;
		CONTINUE WHEN occupied;
		EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%s) TO (%s)', part, parent, low, high);
		made := made + 1;
	END LOOP;
	RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION app.ensure_month_partitions(regclass, date, date) TO guildhall_bot;
