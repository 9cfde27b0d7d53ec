-- Settings may be changed from level 5 on, and among them are the roles that give levels. Nobody may give, or take away, a
-- level above their own that way: a manager could otherwise name a role of their own as administrator. 42501 if tried.
CREATE FUNCTION app.guard_role_levels() RETURNS trigger
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
		IF (before ->> field) IS DISTINCT FROM (after ->> field) AND app.guild(level) IS DISTINCT FROM NEW.guild_id THEN
			RAISE EXCEPTION 'only somebody of level % may change who holds it', level
				USING ERRCODE = 'insufficient_privilege', COLUMN = field;
		END IF;
	END LOOP;
	RETURN NEW;
END $$;

CREATE TRIGGER guard_role_levels BEFORE INSERT OR UPDATE ON guild_config
	FOR EACH ROW EXECUTE FUNCTION app.guard_role_levels();
