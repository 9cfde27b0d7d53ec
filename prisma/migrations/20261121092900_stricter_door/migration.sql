-- The whole way in, as one statement: enters like `app.enter` and answers who came (null when the token is not good) and
-- whether Discord's list of their guilds is older than `fresh_seconds`. One statement with bound parameters, so that no
-- token stands in the text of a query, where `pg_stat_activity` and logs of statements show it.
CREATE FUNCTION app.open(
	token text, guild bigint, request_id text, fresh_seconds integer,
	OUT level smallint, OUT user_id bigint, OUT stale boolean
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	level := app.enter(token, guild, request_id);
	SELECT w.user_id, w.stale INTO user_id, stale FROM app.who(fresh_seconds) w;
END $$;
GRANT EXECUTE ON FUNCTION app.open(text, bigint, text, integer) TO guildhall_web;

------------------------------------------------------------------------------------------------ access that ends

-- The level that the roles named in the configuration give a member: a role counts while its holder is in the guild.
CREATE FUNCTION app.role_level(guild bigint, usr bigint) RETURNS smallint
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	RETURN (
		SELECT max(l.level)
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
			)
	);
END $$;

-- As before, with the roles' part in a function of its own.
CREATE OR REPLACE FUNCTION app.guild_level(guild bigint, usr bigint) RETURNS smallint
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	by_row smallint;
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
	RETURN greatest(by_row, app.role_level(guild, usr), 0);
END $$;

-- When the caller's hold of `min_level` in the entered guild ends by itself; null without an end, which is what Discord,
-- a role and a grant for good give.
CREATE FUNCTION app.access_ends(min_level integer) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	here bigint := app.guild(min_level);
	who bigint := app.user_id();
	ends timestamptz;
BEGIN
	SELECT max(coalesce(a.expires_at, 'infinity')) INTO ends
	FROM server_admins a
	WHERE a.server_id = here AND a.user_id = who AND a.level >= min_level
		AND (a.source <> 'discord' OR a.checked_at > now() - interval '10 minutes')
		AND (a.expires_at IS NULL OR a.expires_at > now());
	IF ends = 'infinity' OR app.role_level(here, who) >= min_level THEN
		RETURN NULL;
	END IF;
	RETURN ends;
END $$;
GRANT EXECUTE ON FUNCTION app.access_ends(integer) TO guildhall_web;

-- As before, and nobody gives access that outlasts their own: whoever was let in for a week could otherwise stay, or
-- leave a friend behind. Lowering and shortening what somebody has is theirs all the same.
CREATE OR REPLACE FUNCTION app.guard_grant_levels() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	subject server_admins := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
	highest integer := greatest(
		CASE WHEN TG_OP <> 'INSERT' THEN OLD.level END,
		CASE WHEN TG_OP <> 'DELETE' THEN NEW.level END,
		app.guild_level(subject.server_id, subject.user_id)
	);
	adds boolean := CASE TG_OP
		WHEN 'DELETE' THEN false
		WHEN 'UPDATE' THEN NEW.level > OLD.level
			OR coalesce(NEW.expires_at, 'infinity') > coalesce(OLD.expires_at, 'infinity')
		ELSE true
	END;
BEGIN
	IF session_user <> 'guildhall_web' THEN
		RETURN subject;
	END IF;
	IF TG_OP = 'UPDATE' AND (OLD.server_id, OLD.user_id, OLD.source) IS DISTINCT FROM (NEW.server_id, NEW.user_id, NEW.source)
	THEN
		RAISE EXCEPTION 'a grant stays with whom it was given to' USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF subject.source = 'grant' AND app.guild(highest) IS DISTINCT FROM subject.server_id THEN
		RAISE EXCEPTION 'only somebody of level % may change this grant', highest
			USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF subject.source = 'grant' AND adds AND coalesce(subject.expires_at, 'infinity') > app.access_ends(6) THEN
		RAISE EXCEPTION 'a grant does not outlast the access of whoever gives it'
			USING ERRCODE = 'insufficient_privilege', COLUMN = 'expires_at';
	END IF;
	RETURN subject;
END $$;

-- As before, and the roles that give levels are named by somebody whose own access lasts: a role is access without end.
CREATE OR REPLACE FUNCTION app.guard_role_levels() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	before jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) ELSE '{}' END;
	after jsonb := to_jsonb(NEW);
	field text;
BEGIN
	IF session_user <> 'guildhall_web' THEN
		RETURN NEW;
	END IF;
	FOR level IN 1..7 LOOP
		field := format('perm_level_%s_role_id', level);
		CONTINUE WHEN (before ->> field) IS NOT DISTINCT FROM (after ->> field);
		IF app.guild(level) IS DISTINCT FROM NEW.guild_id THEN
			RAISE EXCEPTION 'only somebody of level % may change who holds it', level
				USING ERRCODE = 'insufficient_privilege', COLUMN = field;
		ELSIF app.access_ends(greatest(level, 5)) IS NOT NULL THEN
			RAISE EXCEPTION 'only somebody whose own access does not end may change who holds a level'
				USING ERRCODE = 'insufficient_privilege', COLUMN = field;
		END IF;
	END LOOP;
	RETURN NEW;
END $$;

------------------------------------------------------------------------------------------------ API tokens

-- A person has at most twenty tokens that work, and a revoked one stays revoked. GH001 past the twentieth.
CREATE FUNCTION app.guard_api_tokens() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at THEN
			RAISE EXCEPTION 'a revoked token stays revoked' USING ERRCODE = 'insufficient_privilege';
		END IF;
		RETURN NEW;
	END IF;
	PERFORM pg_advisory_xact_lock(hashtextextended('app.guard_api_tokens', NEW.user_id));
	IF (
		SELECT count(*) FROM api_tokens t
		WHERE t.user_id = NEW.user_id AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())
	) >= 20 THEN
		RAISE EXCEPTION 'a person has at most 20 API tokens' USING ERRCODE = 'GH001';
	END IF;
	RETURN NEW;
END $$;

CREATE TRIGGER guard_api_tokens BEFORE INSERT OR UPDATE ON api_tokens
	FOR EACH ROW EXECUTE FUNCTION app.guard_api_tokens();

-- As before, and an API token that was made for less than its owner may (a level, one server) is no operator's.
CREATE OR REPLACE FUNCTION app.is_operator() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	RETURN EXISTS (
		SELECT 1 FROM app.caller() c JOIN web_users u ON u.user_id = c.user_id
		WHERE u.is_operator AND c.max_level = 7 AND c.only_guild IS NULL
	);
END $$;
