-- People who sign in, their sessions and tokens, and who may use a guild's dashboard.
-- Secrets: session and API tokens are here as SHA-256 only; OAuth tokens are encrypted by the application.

------------------------------------------------------------------------------------------------ people

CREATE TABLE web_users (
	user_id bigint PRIMARY KEY,
	discord_username varchar(100) NOT NULL,
	global_name varchar(100),
	discord_avatar varchar(200),
	email varchar(255),
	last_login timestamptz,
	is_active boolean NOT NULL DEFAULT true,
	is_operator boolean NOT NULL DEFAULT false,
	guilds_synced_at timestamptz,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	created_by bigint,
	updated_by bigint,
	is_deleted boolean NOT NULL DEFAULT false,
	deleted_at timestamptz,
	deleted_by bigint
);
COMMENT ON COLUMN web_users.guilds_synced_at IS 'when Discord last answered with this person''s guilds';

-- One linked account of an OAuth provider; tokens are AES-256-GCM under the key named by `token_key_id`.
CREATE TABLE web_accounts (
	provider text NOT NULL,
	provider_account_id text NOT NULL,
	user_id bigint NOT NULL REFERENCES web_users (user_id) ON DELETE CASCADE,
	type text NOT NULL DEFAULT 'oauth',
	access_token bytea,
	refresh_token bytea,
	token_key_id text,
	token_type text,
	scope text,
	expires_at timestamptz,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (provider, provider_account_id),
	CONSTRAINT web_accounts_token_key_id_present
		CHECK (token_key_id IS NOT NULL OR (access_token IS NULL AND refresh_token IS NULL))
);
CREATE INDEX web_accounts_user_id_idx ON web_accounts (user_id);

CREATE TABLE web_sessions (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	session_id text GENERATED ALWAYS AS (id::text) STORED,
	user_id bigint NOT NULL REFERENCES web_users (user_id) ON DELETE CASCADE,
	token_hash bytea NOT NULL UNIQUE,
	refresh_token_hash bytea,
	device_info jsonb,
	ip_address inet,
	user_agent text,
	last_used_at timestamptz NOT NULL DEFAULT now(),
	expires_at timestamptz NOT NULL,
	absolute_expires_at timestamptz NOT NULL DEFAULT now() + interval '30 days',
	is_active boolean NOT NULL DEFAULT true,
	revoked_at timestamptz,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	created_by bigint,
	updated_by bigint,
	is_deleted boolean NOT NULL DEFAULT false,
	deleted_at timestamptz,
	deleted_by bigint,
	CONSTRAINT web_sessions_token_hash_sha256 CHECK (octet_length(token_hash) = 32)
);
COMMENT ON COLUMN web_sessions.expires_at IS 'slides forward with use, never past absolute_expires_at';
CREATE INDEX web_sessions_user_id_idx ON web_sessions (user_id, last_used_at DESC);
CREATE INDEX web_sessions_expires_at_idx ON web_sessions (expires_at);

CREATE TABLE user_preferences (
	user_id bigint PRIMARY KEY REFERENCES web_users (user_id) ON DELETE CASCADE,
	theme varchar(20) NOT NULL DEFAULT 'dark',
	language varchar(10) NOT NULL DEFAULT 'en-US',
	timezone varchar(50) NOT NULL DEFAULT 'UTC',
	notifications jsonb NOT NULL DEFAULT '{}',
	privacy jsonb NOT NULL DEFAULT '{}',
	accessibility jsonb NOT NULL DEFAULT '{}',
	favourite_guild_ids bigint[] NOT NULL DEFAULT '{}',
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	CONSTRAINT user_preferences_theme_known CHECK (theme IN ('dark', 'light', 'system'))
);

-- Personal API tokens: they enter by the same door as sessions, with a level and a guild they cannot exceed.
CREATE TABLE api_tokens (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	user_id bigint NOT NULL REFERENCES web_users (user_id) ON DELETE CASCADE,
	name varchar(100) NOT NULL,
	token_hash bytea NOT NULL UNIQUE,
	hint varchar(12) NOT NULL DEFAULT '',
	max_level smallint,
	guild_id bigint,
	expires_at timestamptz,
	last_used_at timestamptz,
	revoked_at timestamptz,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	CONSTRAINT api_tokens_token_hash_sha256 CHECK (octet_length(token_hash) = 32),
	CONSTRAINT api_tokens_max_level_range CHECK (max_level BETWEEN 1 AND 7)
);
COMMENT ON COLUMN api_tokens.hint IS 'the last characters of the token, to tell tokens apart in a list';
CREATE INDEX api_tokens_user_id_idx ON api_tokens (user_id, created_at DESC);

------------------------------------------------------------------------------------------------ access to guilds

-- What Discord said a person may manage, also where the bot is not (yet): feeds the server picker only.
CREATE TABLE web_user_guilds (
	user_id bigint NOT NULL REFERENCES web_users (user_id) ON DELETE CASCADE,
	guild_id bigint NOT NULL,
	name text NOT NULL,
	icon text,
	level smallint NOT NULL,
	owner boolean NOT NULL DEFAULT false,
	refreshed_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (user_id, guild_id),
	CONSTRAINT web_user_guilds_level_range CHECK (level BETWEEN 1 AND 7)
);

-- One row per reason for which a person has access. 'discord' rows come from Discord at sign-in and count for ten
-- minutes after `checked_at`; 'grant' rows are given in the dashboard; 'operator' rows let the people who run the bot in,
-- for a stated reason and a limited time, below the level that could grant itself more. A person need not have signed in yet to be granted access.
CREATE TABLE server_admins (
	server_id bigint NOT NULL,
	user_id bigint NOT NULL,
	source text NOT NULL DEFAULT 'grant',
	level smallint NOT NULL DEFAULT 6,
	checked_at timestamptz,
	expires_at timestamptz,
	granted_by bigint,
	reason text,
	created_at timestamptz NOT NULL DEFAULT now(),
	updated_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (server_id, user_id, source),
	CONSTRAINT server_admins_source_known CHECK (source IN ('discord', 'grant', 'operator')),
	CONSTRAINT server_admins_level_range
		CHECK (level BETWEEN 1 AND CASE source WHEN 'discord' THEN 7 WHEN 'operator' THEN 5 ELSE 6 END),
	CONSTRAINT server_admins_discord_checked CHECK (source <> 'discord' OR checked_at IS NOT NULL),
	CONSTRAINT server_admins_operator_explained CHECK (
		source <> 'operator'
		OR (expires_at IS NOT NULL AND reason IS NOT NULL AND length(btrim(reason)) >= 10)
	)
);
CREATE INDEX server_admins_user_id_idx ON server_admins (user_id);

SELECT app.snowflakes('web_users', 'user_id'), app.snowflakes('web_user_guilds', 'guild_id'),
	app.snowflakes('server_admins', 'server_id', 'user_id');
SELECT app.touch('web_users'), app.touch('web_accounts'), app.touch('web_sessions'), app.touch('user_preferences'),
	app.touch('api_tokens'), app.touch('server_admins');

------------------------------------------------------------------------------------------------ policies

SELECT app.lock('web_users'), app.lock('web_accounts'), app.lock('web_sessions'), app.lock('user_preferences'),
	app.lock('api_tokens'), app.lock('web_user_guilds');

-- The web role never reads web_sessions, web_accounts or a token's hash.
GRANT SELECT (user_id, discord_username, global_name, discord_avatar, last_login, is_active, is_operator,
	guilds_synced_at, created_at) ON web_users TO guildhall_web;
CREATE POLICY web_self ON web_users FOR SELECT TO guildhall_web USING (user_id = (SELECT app.user_id()));
CREATE POLICY web_colleagues ON web_users FOR SELECT TO guildhall_web USING (
	EXISTS (
		SELECT 1 FROM server_admins a
		WHERE a.server_id = (SELECT app.guild(5)) AND a.user_id = web_users.user_id
	)
);

GRANT SELECT, INSERT, UPDATE ON user_preferences TO guildhall_web;
CREATE POLICY web_select ON user_preferences FOR SELECT TO guildhall_web USING (user_id = (SELECT app.user_id()));
CREATE POLICY web_insert ON user_preferences FOR INSERT TO guildhall_web
	WITH CHECK (user_id = (SELECT app.session_user_id()));
CREATE POLICY web_update ON user_preferences FOR UPDATE TO guildhall_web
	USING (user_id = (SELECT app.session_user_id())) WITH CHECK (user_id = (SELECT app.session_user_id()));

GRANT SELECT (id, user_id, name, hint, max_level, guild_id, expires_at, last_used_at, revoked_at, created_at),
	INSERT (user_id, name, token_hash, hint, max_level, guild_id, expires_at),
	UPDATE (name, revoked_at) ON api_tokens TO guildhall_web;
CREATE POLICY web_select ON api_tokens FOR SELECT TO guildhall_web USING (user_id = (SELECT app.session_user_id()));
CREATE POLICY web_insert ON api_tokens FOR INSERT TO guildhall_web
	WITH CHECK (user_id = (SELECT app.session_user_id()));
CREATE POLICY web_update ON api_tokens FOR UPDATE TO guildhall_web
	USING (user_id = (SELECT app.session_user_id())) WITH CHECK (user_id = (SELECT app.session_user_id()));

SELECT app.protect_web_only('server_admins', 5, 6, 'server_id', 'select,insert,update,delete');
-- People grant and withdraw; what Discord says and what operators do is not theirs to write.
CREATE POLICY web_insert_grants ON server_admins AS RESTRICTIVE FOR INSERT TO guildhall_web
	WITH CHECK (source = 'grant' AND granted_by = (SELECT app.user_id()));
CREATE POLICY web_update_grants ON server_admins AS RESTRICTIVE FOR UPDATE TO guildhall_web
	USING (source = 'grant') WITH CHECK (source = 'grant' AND granted_by = (SELECT app.user_id()));
CREATE POLICY web_delete_grants ON server_admins AS RESTRICTIVE FOR DELETE TO guildhall_web
	USING (source IN ('grant', 'operator'));
SELECT app.track('server_admins', '{server_id,user_id,source}');

-- The documents' bots read who administers a server; they never write it.
GRANT SELECT ON server_admins TO guildhall_bot;
CREATE POLICY bot_select ON server_admins FOR SELECT TO guildhall_bot USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON web_users, web_accounts, web_sessions TO guildhall_auth;
CREATE POLICY auth_all ON web_users TO guildhall_auth USING (true) WITH CHECK (true);
CREATE POLICY auth_all ON web_accounts TO guildhall_auth USING (true) WITH CHECK (true);
CREATE POLICY auth_all ON web_sessions TO guildhall_auth USING (true) WITH CHECK (true);

-- S4's name for "this person may use this guild's dashboard".
CREATE VIEW web_guild_permissions WITH (security_invoker = true) AS
SELECT server_id AS guild_id, user_id, level AS permission_level, source, granted_by, reason, expires_at, created_at,
	updated_at
FROM server_admins;
GRANT SELECT ON web_guild_permissions TO guildhall_web, guildhall_bot;

------------------------------------------------------------------------------------------------ functions of sign-in

-- Replaces what Discord says `usr` may manage. `guilds` is a list of {guild_id, level, name, icon, owner}; entries below
-- level 1 are ignored. Only rows of this person with source 'discord' are touched. Answers how many guilds remain.
CREATE FUNCTION app.sync_admins(usr bigint, guilds jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	remaining integer;
BEGIN
	UPDATE web_users SET guilds_synced_at = now() WHERE user_id = usr; -- also makes parallel syncs take turns
	INSERT INTO web_user_guilds (user_id, guild_id, name, icon, level, owner, refreshed_at)
	SELECT usr, g.guild_id, g.name, g.icon, g.level, coalesce(g.owner, false), now()
	FROM jsonb_to_recordset(guilds) AS g (guild_id bigint, level smallint, name text, icon text, owner boolean)
	WHERE g.level >= 1 AND g.guild_id <> 0
	ON CONFLICT (user_id, guild_id) DO UPDATE SET name = excluded.name, icon = excluded.icon,
		level = excluded.level, owner = excluded.owner, refreshed_at = excluded.refreshed_at;
	GET DIAGNOSTICS remaining = ROW_COUNT;
	DELETE FROM web_user_guilds w
	WHERE w.user_id = usr AND NOT EXISTS (
		SELECT 1 FROM jsonb_to_recordset(guilds) AS g (guild_id bigint, level smallint)
		WHERE g.guild_id = w.guild_id AND g.level >= 1
	);

	INSERT INTO server_admins (server_id, user_id, source, level, checked_at)
	SELECT w.guild_id, usr, 'discord', w.level, w.refreshed_at
	FROM web_user_guilds w JOIN discord_guilds g ON g.id = w.guild_id
	WHERE w.user_id = usr
	ON CONFLICT (server_id, user_id, source) DO UPDATE SET level = excluded.level, checked_at = excluded.checked_at;
	DELETE FROM server_admins a
	WHERE a.user_id = usr AND a.source = 'discord'
		AND NOT EXISTS (SELECT 1 FROM web_user_guilds w WHERE w.user_id = usr AND w.guild_id = a.server_id);
	RETURN remaining;
END $$;
GRANT EXECUTE ON FUNCTION app.sync_admins(bigint, jsonb) TO guildhall_auth;

-- Moves a session's idle end forward, at most once a minute and never past its absolute end.
CREATE FUNCTION app.touch_session(token text, idle interval DEFAULT interval '7 days') RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
	UPDATE web_sessions
	SET last_used_at = now(), expires_at = least(now() + least(idle, interval '30 days'), absolute_expires_at)
	WHERE token_hash = sha256(convert_to(token, 'UTF8')) AND last_used_at < now() - interval '1 minute'
		AND is_active AND revoked_at IS NULL AND expires_at > now();
END;
GRANT EXECUTE ON FUNCTION app.touch_session(text, interval) TO guildhall_web, guildhall_auth;

------------------------------------------------------------------------------------------------ functions of /account

-- The caller's usable sessions, newest use first; `current` marks the one that asks.
CREATE FUNCTION app.my_sessions() RETURNS TABLE (
	id uuid, created_at timestamptz, last_used_at timestamptz, expires_at timestamptz, ip_address inet, user_agent text,
	device_info jsonb, current boolean
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	who record;
BEGIN
	SELECT * INTO who FROM app.caller();
	RETURN QUERY
	SELECT s.id, s.created_at, s.last_used_at, s.expires_at, s.ip_address, s.user_agent, s.device_info,
		s.id = who.session_id
	FROM web_sessions s
	WHERE s.user_id = who.user_id AND who.session_id IS NOT NULL
		AND s.is_active AND s.revoked_at IS NULL AND s.expires_at > now() AND s.absolute_expires_at > now()
	ORDER BY s.last_used_at DESC, s.id;
END $$;

-- Ends one of the caller's sessions, or all of them with null (sign out everywhere; `keep_current` spares the one that
-- asks). Answers how many ended. Acts on the next statement of any process.
CREATE FUNCTION app.revoke_sessions(session uuid DEFAULT NULL, keep_current boolean DEFAULT false) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	who record;
	ended integer;
BEGIN
	SELECT * INTO who FROM app.caller();
	UPDATE web_sessions s SET is_active = false, revoked_at = now(), updated_by = who.user_id
	WHERE s.user_id = who.user_id AND who.session_id IS NOT NULL AND s.revoked_at IS NULL
		AND (session IS NULL OR s.id = session)
		AND NOT (keep_current AND s.id = who.session_id);
	GET DIAGNOSTICS ended = ROW_COUNT;
	RETURN ended;
END $$;

-- The servers of the caller: those with any access, and those Discord lets them manage where the bot is not.
CREATE FUNCTION app.my_guilds() RETURNS TABLE (
	guild_id bigint, name text, icon text, member_count integer, bot_present boolean, level smallint, owner boolean,
	favourite boolean
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
	who record;
	favourites bigint[];
BEGIN
	SELECT * INTO who FROM app.caller();
	IF who.user_id IS NULL THEN
		RETURN;
	END IF;
	favourites := coalesce((SELECT p.favourite_guild_ids FROM user_preferences p WHERE p.user_id = who.user_id), '{}');
	RETURN QUERY
	WITH candidate AS (
		SELECT a.server_id AS id FROM server_admins a WHERE a.user_id = who.user_id
		UNION SELECT m.guild_id FROM discord_guild_members m WHERE m.user_id = who.user_id AND m.left_at IS NULL
	), known AS (
		SELECT g.*, least(app.guild_level(g.id, who.user_id), who.max_level) AS access
		FROM candidate c JOIN discord_guilds g ON g.id = c.id
		WHERE who.only_guild IS NULL OR g.id = who.only_guild
	)
	SELECT k.id, k.name::text, k.icon::text, coalesce(k.member_count, k.approximate_member_count),
		k.left_at IS NULL AND coalesce(k.bot_active, true), k.access, k.owner_id = who.user_id, k.id = ANY (favourites)
	FROM known k
	WHERE k.access > 0
	UNION ALL
	SELECT w.guild_id, w.name, w.icon, NULL, false, w.level, w.owner, w.guild_id = ANY (favourites)
	FROM web_user_guilds w
	WHERE w.user_id = who.user_id AND (who.only_guild IS NULL OR w.guild_id = who.only_guild)
		AND NOT EXISTS (SELECT 1 FROM discord_guilds g WHERE g.id = w.guild_id)
	ORDER BY 5 DESC, 2, 1;
END $$;
GRANT EXECUTE ON FUNCTION app.my_sessions(), app.revoke_sessions(uuid, boolean), app.my_guilds() TO guildhall_web;

------------------------------------------------------------------------------------------------ grants by function

-- Lets an operator of the instance into a guild for `duration` (at most a day), for a stated reason; the guild's own
-- change log shows it. 42501 for anybody else.
CREATE FUNCTION app.operator_enter(guild bigint, reason text, duration interval DEFAULT interval '1 hour')
RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	who bigint := app.session_user_id();
	ends timestamptz := now() + least(duration, interval '1 day');
BEGIN
	IF NOT EXISTS (SELECT 1 FROM web_users u WHERE u.user_id = who AND u.is_operator) THEN
		RAISE EXCEPTION 'operators only' USING ERRCODE = 'insufficient_privilege';
	END IF;
	INSERT INTO server_admins (server_id, user_id, source, level, expires_at, granted_by, reason)
	VALUES (guild, who, 'operator', 5, ends, who, reason)
	ON CONFLICT (server_id, user_id, source) DO UPDATE
		SET level = excluded.level, expires_at = excluded.expires_at, granted_by = excluded.granted_by,
			reason = excluded.reason;
	RETURN ends;
END $$;
GRANT EXECUTE ON FUNCTION app.operator_enter(bigint, text, interval) TO guildhall_web;

-- The first administrator of an imported guild, which no sign-in can prove: refused once anybody has access there.
CREATE FUNCTION app.claim_guild(guild bigint, usr bigint, reason text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM 1 FROM discord_guilds g WHERE g.id = guild AND g.id <> 0 FOR UPDATE;
	IF NOT FOUND OR EXISTS (SELECT 1 FROM server_admins a WHERE a.server_id = guild AND a.user_id <> usr) THEN
		RETURN false;
	END IF;
	INSERT INTO server_admins (server_id, user_id, source, level, reason) VALUES (guild, usr, 'grant', 6, reason)
	ON CONFLICT (server_id, user_id, source) DO NOTHING;
	RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION app.claim_guild(bigint, bigint, text) TO guildhall_bot;
