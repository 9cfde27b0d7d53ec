-- What totals, charts and reports may tell to whom.

-- As before, and below level 3, from which on messages can be read, nothing about a week in which fewer than five joined: its
-- figures would be those of persons.
CREATE OR REPLACE FUNCTION app.retention(guild bigint, from_week date, to_week date, weeks integer DEFAULT 52)
RETURNS TABLE (cohort date, size integer, active integer[], ended integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	first CONSTANT date := date_trunc('week', from_week::timestamp);
	last CONSTANT date := date_trunc('week', to_week::timestamp) + interval '6 days';
	today CONSTANT date := now() AT TIME ZONE 'UTC';
	fewest CONSTANT integer := CASE WHEN app.guild(3) IS NULL THEN 5 ELSE 0 END;
BEGIN
	IF app.guild(1) IS DISTINCT FROM guild OR guild IS NULL THEN
		RETURN;
	END IF;
	RETURN QUERY
	WITH sizes AS MATERIALIZED (
		SELECT (r.day - first) / 7 AS place, sum(r.joins)::integer AS joins FROM rollup_membership_daily r
		WHERE r.guild_id = guild AND r.day BETWEEN first AND last GROUP BY 1
	), courses AS MATERIALIZED (
		SELECT g.place, array_agg(coalesce(a.active, 0) ORDER BY n.week) AS active
		FROM generate_series(0, (last - first) / 7) AS g (place)
			CROSS JOIN LATERAL generate_series(0, least(weeks, (today - first) / 7 - g.place)) AS n (week)
			LEFT JOIN (
				SELECT (r.joined - first) / 7 AS place, r.week, sum(r.active)::integer AS active FROM rollup_cohorts r
				WHERE r.guild_id = guild AND r.joined BETWEEN first AND last AND r.week <= weeks GROUP BY 1, 2
			) a ON a.place = g.place AND a.week = n.week
		GROUP BY g.place
	)
	SELECT first + g.place * 7, coalesce(s.joins, 0),
		CASE WHEN coalesce(s.joins, 0) >= fewest THEN coalesce(c.active, '{}')
			ELSE array_fill(NULL::integer, ARRAY[coalesce(cardinality(c.active), 0)]) END,
		least(greatest(today - first - g.place * 7 - 6, 0) / 7, cardinality(c.active))
	FROM generate_series(0, (last - first) / 7) AS g (place) LEFT JOIN sizes s USING (place) LEFT JOIN courses c USING (place)
	ORDER BY g.place;
END $$;

-- As before, from level 3 on: two periods that differ by a day tell what those did who joined on it.
CREATE OR REPLACE FUNCTION app.funnel(guild bigint, from_day date, to_day date,
	OUT joined integer, OUT wrote integer, OUT two_weeks_ago integer, OUT active_week_two integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF app.guild(3) IS DISTINCT FROM guild OR guild IS NULL THEN
		RETURN;
	END IF;
	SELECT coalesce(sum(r.joins), 0),
		coalesce(sum(r.joins) FILTER (WHERE r.day + 14 <= (now() AT TIME ZONE 'UTC')::date), 0)
	INTO joined, two_weeks_ago
	FROM rollup_membership_daily r WHERE r.guild_id = guild AND r.day BETWEEN from_day AND to_day;
	SELECT coalesce(sum(r.begun), 0), coalesce(sum(r.active) FILTER (WHERE r.week = 1), 0)
	INTO wrote, active_week_two
	FROM rollup_cohorts r WHERE r.guild_id = guild AND r.joined BETWEEN from_day AND to_day;
END $$;

-- Discord shows a server's invites to who manages it.
ALTER POLICY web_select ON discord_invites USING (guild_id = (SELECT app.guild(5)));

-- Whether @everyone may view a channel, or, of a thread, the channel above it (Discord, "Permission Overwrites"). A channel
-- that is not known is not open.
CREATE FUNCTION app.is_open_channel(guild bigint, channel bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
	SELECT coalesce((
		SELECT r.permissions & 8 <> 0
			OR (r.permissions & ~coalesce(p.deny, 0) | coalesce(p.allow, 0)) & 1024 <> 0
		FROM discord_channels c
			JOIN discord_roles r ON r.guild_id = c.guild_id AND r.id = c.guild_id
			LEFT JOIN discord_channel_permissions p ON p.guild_id = c.guild_id AND p.permission_type = 'role'
				AND p.target_id = c.guild_id
				AND p.channel_id = CASE WHEN c.channel_type LIKE '%thread' THEN c.parent_id ELSE c.id END
		WHERE c.guild_id = guild AND c.id = channel AND c.channel_type NOT LIKE '%private_thread'), false);
END;
GRANT EXECUTE ON FUNCTION app.is_open_channel(bigint, bigint) TO guildhall_bot;

------------------------------------------------------------------------------------------------ saved charts

-- An API token that was made for reading does not write its owner's charts.
ALTER POLICY web_insert_own ON saved_charts WITH CHECK (owner_id = (SELECT app.session_user_id()));
ALTER POLICY web_update_own ON saved_charts
	USING (owner_id = (SELECT app.session_user_id())) WITH CHECK (owner_id = (SELECT app.session_user_id()));
ALTER POLICY web_delete_own_or_shared ON saved_charts
	USING (owner_id = (SELECT app.session_user_id()) OR (shared AND guild_id = (SELECT app.guild(5))));

-- What is pinned is what was pinned: another name or another question takes a chart off everybody's overview, unless
-- somebody changes it who could pin it.
CREATE OR REPLACE FUNCTION app.unpin_chart() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF NOT NEW.shared OR app.guild(5) IS DISTINCT FROM NEW.guild_id THEN
		DELETE FROM pinned_charts p WHERE p.guild_id = NEW.guild_id AND p.chart_id = NEW.id;
	END IF;
	RETURN NULL;
END $$;
DROP TRIGGER unpin_chart ON saved_charts;
CREATE TRIGGER unpin_chart AFTER UPDATE OF name, definition, shared ON saved_charts
	FOR EACH ROW WHEN ((OLD.name, OLD.definition, OLD.shared) IS DISTINCT FROM (NEW.name, NEW.definition, NEW.shared))
	EXECUTE FUNCTION app.unpin_chart();

-- Who reads the change log learns that there is a chart, not what somebody asks who keeps it to themselves.
DROP TRIGGER track_changes ON saved_charts;
SELECT app.track('saved_charts', '{guild_id,id}', '{name,definition}');

------------------------------------------------------------------------------------------------ time zones

-- A time zone that this server does not know would fail whatever is worked out for all guilds at once.
CREATE FUNCTION app.guard_time_zone() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM now() AT TIME ZONE NEW.time_zone;
	RETURN NEW;
EXCEPTION WHEN invalid_parameter_value THEN
	RAISE EXCEPTION 'time zone "%" is not known to this database', NEW.time_zone
		USING ERRCODE = 'check_violation', COLUMN = 'time_zone';
END $$;
CREATE TRIGGER guard_time_zone BEFORE INSERT OR UPDATE OF time_zone ON guild_config
	FOR EACH ROW EXECUTE FUNCTION app.guard_time_zone();
