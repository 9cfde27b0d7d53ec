-- What readiness needs to know and the web role may not read itself: the newest migration that is applied, whether one
-- is half-done, and which partitioned tables keep rows in their default partition (their month was never made).
CREATE FUNCTION app.health() RETURNS TABLE (latest_migration text, failed_migration text, stray_tables text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	part record;
	occupied boolean;
BEGIN
	SELECT max(m.migration_name) FILTER (WHERE m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL),
		max(m.migration_name) FILTER (WHERE m.finished_at IS NULL AND m.rolled_back_at IS NULL)
	INTO latest_migration, failed_migration
	FROM _prisma_migrations m;
	stray_tables := '{}';
	FOR part IN
		SELECT parent.relname AS name, child.oid::regclass AS stray
		FROM pg_partitioned_table p
			JOIN pg_class parent ON parent.oid = p.partrelid
			JOIN pg_class child ON child.oid = p.partdefid
		ORDER BY 1
	LOOP
		EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s)', part.stray) INTO occupied;
		IF occupied THEN
			stray_tables := stray_tables || part.name::text;
		END IF;
	END LOOP;
	RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION app.health() TO guildhall_web;
