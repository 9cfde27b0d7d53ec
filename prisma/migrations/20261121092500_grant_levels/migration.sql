-- Nobody grants a level above their own, nor touches the grant of somebody who stands above them: an administrator could
-- otherwise revoke, or lower, what only an owner may. 42501 if tried. What operators give themselves has its own rule
-- (`app.operator_enter`); anyone who may revoke may end their visit.
CREATE FUNCTION app.guard_grant_levels() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	subject server_admins := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
	highest integer := greatest(
		CASE WHEN TG_OP <> 'INSERT' THEN OLD.level END,
		CASE WHEN TG_OP <> 'DELETE' THEN NEW.level END,
		app.guild_level(subject.server_id, subject.user_id)
	);
BEGIN
	IF session_user = 'guildhall_web' AND subject.source = 'grant'
		AND app.guild(highest) IS DISTINCT FROM subject.server_id THEN
		RAISE EXCEPTION 'only somebody of level % may change this grant', highest
			USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN subject;
END $$;

CREATE TRIGGER guard_grant_levels BEFORE INSERT OR UPDATE OR DELETE ON server_admins
	FOR EACH ROW EXECUTE FUNCTION app.guard_grant_levels();
