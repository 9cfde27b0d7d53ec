-- The second week counts of newcomers who have it behind them, as those who are counted for it: of the others it is not over.
CREATE OR REPLACE FUNCTION app.funnel(guild bigint, from_day date, to_day date,
	OUT joined integer, OUT wrote integer, OUT two_weeks_ago integer, OUT active_week_two integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	last_over CONSTANT date := (now() AT TIME ZONE 'UTC')::date - 14;
BEGIN
	IF app.guild(3) IS DISTINCT FROM guild OR guild IS NULL THEN
		RETURN;
	END IF;
	SELECT coalesce(sum(r.joins), 0), coalesce(sum(r.joins) FILTER (WHERE r.day <= last_over), 0)
	INTO joined, two_weeks_ago
	FROM rollup_membership_daily r WHERE r.guild_id = guild AND r.day BETWEEN from_day AND to_day;
	SELECT coalesce(sum(r.begun), 0), coalesce(sum(r.active) FILTER (WHERE r.week = 1 AND r.joined <= last_over), 0)
	INTO wrote, active_week_two
	FROM rollup_cohorts r WHERE r.guild_id = guild AND r.joined BETWEEN from_day AND to_day;
END $$;
