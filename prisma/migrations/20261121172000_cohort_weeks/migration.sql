-- Which weeks of a member are in rollup_cohorts is kept with the member. Before, a trigger inferred what had been from what
-- is there now and from its own changes; but one upsert of rollup_member_daily inserts some days and updates others, and
-- each of the two triggers took the other's days for old ones. Now both find what is, and change what is kept accordingly.
-- A day that comes makes its week active, so only days that go are looked up: an import pays less than before, too.

ALTER TABLE rollup_member_ordinals ADD COLUMN weeks int4multirange NOT NULL DEFAULT '{}';
COMMENT ON COLUMN rollup_member_ordinals.weeks IS 'the weeks after joining with a message of this member, as rollup_cohorts counts them';
ALTER TABLE rollup_member_ordinals SET (fillfactor = 80);

-- The weeks after a day of joining in which a member wrote.
CREATE FUNCTION app.active_weeks(guild bigint, usr bigint, joined date) RETURNS int4multirange
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	RETURN (
		SELECT coalesce(range_agg(int4range(w.week, w.week + 1)), '{}')
		FROM (
			SELECT DISTINCT (r.day - joined) / 7 AS week FROM rollup_member_daily r
			WHERE r.guild_id = guild AND r.user_id = usr AND r.day >= joined AND r.messages > 0) w
	);
END $$;

-- How the rows of rollup_cohorts change when a member's weeks do: all of one day of joining.
CREATE FUNCTION app.cohort_steps(before int4multirange, after int4multirange)
RETURNS TABLE (week integer, active integer, begun integer)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT g, s.step, 0
	FROM (
		SELECT unnest(after - before) AS span, 1 AS step
		UNION ALL
		SELECT unnest(before - after), -1) s
		CROSS JOIN LATERAL generate_series(lower(s.span), upper(s.span) - 1) AS g
	UNION ALL
	SELECT b.week, 0, b.step FROM (VALUES (lower(after), 1), (lower(before), -1)) AS b (week, step)
	WHERE b.week IS NOT NULL AND lower(after) IS DISTINCT FROM lower(before);
END;

DO $write$
DECLARE
	added CONSTANT text := 'SELECT r.*, 1 AS sign FROM new_rows r';
	removed CONSTANT text := 'SELECT r.*, -1 AS sign FROM old_rows r';
	event text;
	signed text;
BEGIN
	FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
		signed := CASE event
			WHEN 'insert' THEN added
			WHEN 'update' THEN added || ' UNION ALL ' || removed
			ELSE removed || ' WHERE EXISTS (SELECT FROM discord_guilds g WHERE g.id = r.guild_id)'
		END;

		-- A member's day turns when its count leaves or reaches 0. Whoever turns days holds the member's row, which
		-- follow_members has made: triggers run in the order of their names.
		IF event <> 'delete' THEN
			EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
				' SET search_path = pg_catalog, public, pg_temp AS %L', 'follow_newcomers_' || event, format($body$
BEGIN
	IF TG_OP = 'UPDATE' AND NOT EXISTS (SELECT FROM (%1$s) d WHERE d.messages <= 0) THEN
		RETURN NULL;
	END IF;

	PERFORM FROM (SELECT DISTINCT d.guild_id, d.user_id FROM (%1$s) d ORDER BY 1, 2) k
		CROSS JOIN LATERAL (
			SELECT FROM rollup_member_ordinals o
			WHERE o.guild_id = k.guild_id AND o.user_id = k.user_id FOR NO KEY UPDATE) o;

	WITH turned AS MATERIALIZED (
		SELECT k.guild_id, k.user_id, o.ordinal, o.joined, o.weeks AS before, o.weeks + n.came - n.went AS after
		FROM (
			SELECT f.guild_id, f.user_id, array_agg(f.day) AS days, array_agg(f.turn) AS turns
			FROM (
				SELECT d.guild_id, d.user_id, d.day, sum(d.sign * (d.messages > 0)::integer) AS turn
				FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign * (d.messages > 0)::integer) <> 0) f
			GROUP BY 1, 2) k
			CROSS JOIN LATERAL (
				SELECT o.ordinal, o.joined, o.weeks FROM rollup_member_ordinals o
				WHERE o.guild_id = k.guild_id AND o.user_id = k.user_id AND o.joined IS NOT NULL OFFSET 0) o
			CROSS JOIN LATERAL (
				SELECT coalesce(range_agg(int4range(w.week, w.week + 1)) FILTER (WHERE w.active), '{}') AS came,
					coalesce(range_agg(int4range(w.week, w.week + 1)) FILTER (WHERE NOT w.active), '{}') AS went
				FROM (
					SELECT x.week, x.comes OR EXISTS (
						SELECT FROM rollup_member_daily r
						WHERE r.guild_id = k.guild_id AND r.user_id = k.user_id AND r.messages > 0
							AND r.day BETWEEN o.joined + x.week * 7 AND o.joined + x.week * 7 + 6) AS active
					FROM (
						SELECT (f.day - o.joined) / 7 AS week, bool_or(f.turn > 0) AS comes
						FROM unnest(k.days, k.turns) AS f (day, turn) WHERE f.day >= o.joined GROUP BY 1) x
				) w) n
	), kept AS (
		INSERT INTO rollup_member_ordinals (guild_id, user_id, ordinal, joined, weeks)
		SELECT t.guild_id, t.user_id, t.ordinal, t.joined, t.after FROM turned t WHERE t.before <> t.after
		ON CONFLICT (guild_id, user_id) DO UPDATE SET weeks = excluded.weeks
	)
	INSERT INTO rollup_cohorts AS t (guild_id, joined, week, active, begun)
	SELECT k.guild_id, k.joined, s.week, sum(s.active), sum(s.begun)
	FROM turned k CROSS JOIN LATERAL app.cohort_steps(k.before, k.after) s
	WHERE k.before <> k.after
	GROUP BY 1, 2, 3 HAVING sum(s.active) <> 0 OR sum(s.begun) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, joined, week) DO UPDATE
		SET active = t.active + excluded.active, begun = t.begun + excluded.begun;
	RETURN NULL;
END $body$, signed));
		END IF;

		-- A member who joins, comes back on another day, or whose row goes, takes all weeks to another cohort.
		EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L', 'move_newcomers_' || event, format($body$
BEGIN
	IF NOT EXISTS (
		SELECT FROM (%1$s) d GROUP BY d.guild_id, d.user_id, (d.joined_at AT TIME ZONE 'UTC')::date
		HAVING sum(d.sign) <> 0
	) THEN
		RETURN NULL;
	END IF;

	PERFORM pg_advisory_xact_lock(hashtextextended('rollup_member_ordinals', g.id))
	FROM (SELECT DISTINCT d.guild_id AS id FROM (%1$s) d ORDER BY 1) g;

	PERFORM FROM (SELECT DISTINCT d.guild_id, d.user_id FROM (%1$s) d ORDER BY 1, 2) k
		CROSS JOIN LATERAL (
			SELECT FROM rollup_member_ordinals o
			WHERE o.guild_id = k.guild_id AND o.user_id = k.user_id FOR NO KEY UPDATE) o;

	WITH moved AS MATERIALIZED (
		SELECT k.guild_id, k.user_id, o.ordinal, o.counted, o.weeks AS before, o.actual,
			app.active_weeks(k.guild_id, k.user_id, o.actual) AS after
		FROM (SELECT DISTINCT d.guild_id, d.user_id FROM (%1$s) d) k
			CROSS JOIN LATERAL (
				SELECT o.ordinal, o.weeks, o.joined AS counted, (
					SELECT (m.joined_at AT TIME ZONE 'UTC')::date FROM discord_guild_members m
					WHERE m.guild_id = k.guild_id AND m.user_id = k.user_id) AS actual
				FROM rollup_member_ordinals o
				WHERE o.guild_id = k.guild_id AND o.user_id = k.user_id OFFSET 0) o
		WHERE o.counted IS DISTINCT FROM o.actual
	), kept AS (
		INSERT INTO rollup_member_ordinals (guild_id, user_id, ordinal, joined, weeks)
		SELECT m.guild_id, m.user_id, m.ordinal, m.actual, m.after FROM moved m
		ON CONFLICT (guild_id, user_id) DO UPDATE SET joined = excluded.joined, weeks = excluded.weeks
	)
	INSERT INTO rollup_cohorts AS t (guild_id, joined, week, active, begun)
	SELECT s.guild_id, s.joined, s.week, sum(s.active), sum(s.begun)
	FROM (
		SELECT m.guild_id, m.counted AS joined, c.week, c.active, c.begun
		FROM moved m CROSS JOIN LATERAL app.cohort_steps(m.before, '{}') c
		UNION ALL
		SELECT m.guild_id, m.actual, c.week, c.active, c.begun
		FROM moved m CROSS JOIN LATERAL app.cohort_steps('{}', m.after) c) s
	GROUP BY 1, 2, 3 HAVING sum(s.active) <> 0 OR sum(s.begun) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, joined, week) DO UPDATE
		SET active = t.active + excluded.active, begun = t.begun + excluded.begun;
	RETURN NULL;
END $body$, signed));
	END LOOP;
END $write$;

DROP FUNCTION app.weeks_turned(bigint, bigint, date, date[], integer[]);
DROP FUNCTION app.joining(bigint, bigint);

------------------------------------------------------------------------------------------------ what is there already

UPDATE rollup_member_ordinals o SET weeks = w.weeks
FROM (
	SELECT d.guild_id, d.user_id, range_agg(int4range(d.week, d.week + 1)) AS weeks
	FROM (
		SELECT DISTINCT o.guild_id, o.user_id, (r.day - o.joined) / 7 AS week
		FROM rollup_member_ordinals o
			JOIN rollup_member_daily r ON r.guild_id = o.guild_id AND r.user_id = o.user_id AND r.day >= o.joined
		WHERE r.messages > 0) d
	GROUP BY 1, 2
) w
WHERE w.guild_id = o.guild_id AND w.user_id = o.user_id;

DELETE FROM rollup_cohorts;
INSERT INTO rollup_cohorts (guild_id, joined, week, active, begun)
SELECT o.guild_id, o.joined, s.week, sum(s.active), sum(s.begun)
FROM rollup_member_ordinals o CROSS JOIN LATERAL app.cohort_steps('{}', o.weeks) s
GROUP BY 1, 2, 3;
