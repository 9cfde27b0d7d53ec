-- The guild's row comes first in every transaction that changes what became of a case: the site opens cases and notes in
-- that order, and so does the worker. A change of a case took it last, in its trigger, behind the case and the change log.
CREATE FUNCTION app.hold_cases() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM FROM discord_guilds g WHERE g.id = app.guild(3) FOR NO KEY UPDATE;
END $$;
REVOKE EXECUTE ON FUNCTION app.hold_cases() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hold_cases() TO guildhall_web;
