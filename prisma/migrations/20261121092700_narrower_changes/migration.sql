-- The change log begins at level 5, and one of the tables it watches at level 6: what changed in a subscription is for those
-- who may read subscriptions.
CREATE POLICY web_select_billing_changes ON dashboard_changes AS RESTRICTIVE FOR SELECT TO guildhall_web
	USING (table_name <> 'subscriptions' OR guild_id = (SELECT app.guild(6)));

-- As before, and a grant stays its person's: handing it on to somebody else would take it from whom it was given, who
-- may stand above the one who does it.
CREATE OR REPLACE FUNCTION app.guard_grant_levels() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	subject server_admins := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
	highest integer := greatest(
		CASE WHEN TG_OP <> 'INSERT' THEN OLD.level END,
		CASE WHEN TG_OP <> 'DELETE' THEN NEW.level END,
		app.guild_level(subject.server_id, subject.user_id)
	);
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
	RETURN subject;
END $$;
