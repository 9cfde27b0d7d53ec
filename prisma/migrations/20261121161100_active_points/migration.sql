-- How many people wrote from the first of `edges` up to but without the last (dates of UTC, ascending), and between each
-- two of them: weeks and months are not all of one length. Totals, so level 1, taken from rows that need level 5. Nulls
-- without access.
CREATE FUNCTION app.active_points(guild bigint, edges date[], OUT active integer, OUT series integer[])
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	points CONSTANT integer := cardinality(edges) - 1;
	starts CONSTANT date[] := edges[:points];
BEGIN
	IF app.guild(1) IS DISTINCT FROM guild OR guild IS NULL THEN
		RETURN;
	END IF;
	WITH parts AS MATERIALIZED (
		SELECT r.chunk, width_bucket(r.day, starts) AS point, bit_or(r.members) AS members
		FROM rollup_active_members r
		WHERE r.guild_id = guild AND r.day >= edges[1] AND r.day < edges[points + 1]
		GROUP BY 1, 2
	)
	SELECT (SELECT coalesce(sum(bit_count(u.members)), 0)::integer
			FROM (SELECT bit_or(p.members) AS members FROM parts p GROUP BY p.chunk) u),
		(SELECT array_agg(coalesce(c.members, 0)::integer ORDER BY s.point)
			FROM generate_series(1, points) AS s (point)
				LEFT JOIN (SELECT p.point, sum(bit_count(p.members)) AS members FROM parts p GROUP BY p.point) c USING (point))
	INTO active, series;
END $$;
GRANT EXECUTE ON FUNCTION app.active_points(bigint, date[]) TO guildhall_web;
