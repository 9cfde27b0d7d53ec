-- A time zone has a name that both know who work with it, this database and the pages. Abbreviations (CEST), offsets and
-- POSIX's own notation (UTC+3, +01:00, whose sign means the opposite in JavaScript) are none.

CREATE FUNCTION app.is_time_zone(zone text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT zone = 'UTC' OR EXISTS (
		SELECT FROM pg_timezone_names n
		WHERE lower(n.name) = lower(zone) AND n.name !~ '^([+-]|posix/|right/|(posixrules|localtime|Factory)$)');
END;
REVOKE EXECUTE ON FUNCTION app.is_time_zone(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_time_zone(text) TO guildhall_web, guildhall_auth, guildhall_bot;

-- On whatever changes the column: `time_zone`, or the one that the trigger names. The names are read from files, in some
-- 10 ms.
CREATE OR REPLACE FUNCTION app.guard_time_zone() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	field text := coalesce(TG_ARGV[0], 'time_zone');
	zone text := to_jsonb(NEW) ->> field;
BEGIN
	IF zone IS DISTINCT FROM to_jsonb(OLD) ->> field AND NOT app.is_time_zone(zone) THEN
		RAISE EXCEPTION 'time zone "%" is not known to this database', zone
			USING ERRCODE = 'check_violation', COLUMN = field;
	END IF;
	RETURN NEW;
END $$;

UPDATE guild_config SET time_zone = 'UTC' WHERE NOT app.is_time_zone(time_zone);
UPDATE user_preferences SET timezone = 'UTC' WHERE NOT app.is_time_zone(timezone);

CREATE TRIGGER guard_time_zone BEFORE INSERT OR UPDATE OF timezone ON user_preferences
	FOR EACH ROW EXECUTE FUNCTION app.guard_time_zone('timezone');
