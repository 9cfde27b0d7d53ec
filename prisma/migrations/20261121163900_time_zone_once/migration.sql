-- As before, and who asks is found out once, not for every row of the table where that is read in whole.
CREATE OR REPLACE FUNCTION app.time_zone() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	RETURN coalesce((SELECT c.time_zone FROM guild_config c WHERE c.guild_id = (SELECT app.guild(1))), 'UTC');
END $$;
