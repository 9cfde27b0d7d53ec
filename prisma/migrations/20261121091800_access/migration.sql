-- Who the entered token belongs to, and whether Discord's list of that person's guilds is older than `fresh_seconds`
-- (then the application asks Discord again before it goes on). No row when the token is not good.
CREATE FUNCTION app.who(fresh_seconds integer) RETURNS TABLE (user_id bigint, stale boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	SELECT u.user_id, coalesce(u.guilds_synced_at < now() - make_interval(secs => fresh_seconds), true)
	FROM app.caller() c JOIN web_users u ON u.user_id = c.user_id;
END $$;
GRANT EXECUTE ON FUNCTION app.who(integer) TO guildhall_web;

-- For the refresh: the person behind a session or API token, and when either was last used (at most once a minute).
CREATE FUNCTION app.touch_caller(token text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	found bigint;
BEGIN
	PERFORM set_config('app.token', token, true);
	SELECT c.user_id INTO found FROM app.caller() c;
	PERFORM app.touch_session(token);
	UPDATE api_tokens SET last_used_at = now()
	WHERE token_hash = sha256(convert_to(token, 'UTF8')) AND coalesce(last_used_at < now() - interval '1 minute', true);
	RETURN found;
END $$;
GRANT EXECUTE ON FUNCTION app.touch_caller(text) TO guildhall_auth;

-- The time zone in which the entered guild's figures and times are shown: needed from level 1 on, while the rest of
-- `guild_config` starts at level 3.
CREATE FUNCTION app.time_zone() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	RETURN coalesce((SELECT c.time_zone FROM guild_config c WHERE c.guild_id = app.guild(1)), 'UTC');
END $$;
GRANT EXECUTE ON FUNCTION app.time_zone() TO guildhall_web;
