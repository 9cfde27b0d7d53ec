-- A year is read from coarser rows: channels and commands by month, and who wrote by week. They follow in the transaction
-- that changes what they count, like the finer ones.

-- Their functions are replaced and no trigger is made, which would wait by itself for whoever is counting the old way.
LOCK TABLE discord_messages, discord_command_executions IN SHARE ROW EXCLUSIVE MODE;

CREATE TABLE rollup_channel_monthly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	month date NOT NULL,
	channel_id bigint NOT NULL,
	messages integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, month, channel_id)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_channel_monthly IS 'rollup_channel_daily by months of UTC';
COMMENT ON COLUMN rollup_channel_monthly.month IS 'its first day';

CREATE TABLE rollup_command_monthly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	month date NOT NULL,
	command_name text NOT NULL,
	executions integer NOT NULL DEFAULT 0,
	errors integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, month, command_name)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_command_monthly IS 'rollup_command_daily by months of UTC';
COMMENT ON COLUMN rollup_command_monthly.month IS 'its first day';

CREATE TABLE rollup_active_weekly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	week date NOT NULL,
	chunk integer NOT NULL,
	members bit(4096) NOT NULL,
	PRIMARY KEY (guild_id, week, chunk)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_active_weekly IS 'who wrote in a week of UTC: the union of the bits of its days in rollup_active_members';
COMMENT ON COLUMN rollup_active_weekly.week IS 'its Monday';

DO $write$
DECLARE
	added CONSTANT text := 'SELECT r.*, 1 AS sign FROM new_rows r';
	removed CONSTANT text := 'SELECT r.*, -1 AS sign FROM old_rows r';
	flips CONSTANT text := 'SELECT n.guild_id, n.day, n.user_id, n.messages > 0 AS came
		FROM new_rows n JOIN old_rows o USING (guild_id, day, user_id) WHERE (n.messages > 0) <> (o.messages > 0)';
	event text;
	went text;
BEGIN
	FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
		-- As before, and by month. A month is added from what was counted by day, not from the messages again.
		EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L', 'count_messages_' || event, format($body$
BEGIN
	INSERT INTO rollup_messages_hourly AS t (guild_id, hour, messages, replies)
	SELECT d.guild_id, date_trunc('hour', d.timestamp, 'UTC'), sum(d.sign),
		sum(CASE WHEN d.message_type = 'reply' THEN d.sign ELSE 0 END)
	FROM (%1$s) d GROUP BY 1, 2
	HAVING sum(d.sign) <> 0 OR sum(CASE WHEN d.message_type = 'reply' THEN d.sign ELSE 0 END) <> 0
	ORDER BY 1, 2
	ON CONFLICT (guild_id, hour) DO UPDATE
		SET messages = t.messages + excluded.messages, replies = t.replies + excluded.replies;

	WITH days AS MATERIALIZED (
		SELECT d.guild_id, (d.timestamp AT TIME ZONE 'UTC')::date AS day, d.channel_id, sum(d.sign) AS messages
		FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign) <> 0
	), by_day AS (
		INSERT INTO rollup_channel_daily AS t (guild_id, day, channel_id, messages)
		SELECT d.guild_id, d.day, d.channel_id, d.messages FROM days d ORDER BY 1, 2, 3
		ON CONFLICT (guild_id, day, channel_id) DO UPDATE SET messages = t.messages + excluded.messages
	)
	INSERT INTO rollup_channel_monthly AS t (guild_id, month, channel_id, messages)
	SELECT d.guild_id, date_trunc('month', d.day::timestamp)::date, d.channel_id, sum(d.messages)
	FROM days d GROUP BY 1, 2, 3 HAVING sum(d.messages) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, month, channel_id) DO UPDATE SET messages = t.messages + excluded.messages;

	INSERT INTO rollup_member_daily AS t (guild_id, day, user_id, messages)
	SELECT d.guild_id, (d.timestamp AT TIME ZONE 'UTC')::date, d.author_id, sum(d.sign)
	FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, day, user_id) DO UPDATE SET messages = t.messages + excluded.messages;
	RETURN NULL;
END $body$, CASE event
			WHEN 'insert' THEN added || ' WHERE r.deleted_at IS NULL'
			WHEN 'update' THEN added || ' WHERE r.deleted_at IS NULL UNION ALL ' || removed || ' WHERE r.deleted_at IS NULL'
			ELSE removed || ' WHERE r.deleted_at IS NULL AND EXISTS (SELECT FROM discord_guilds g WHERE g.id = r.guild_id)'
		END));
	END LOOP;

	-- As before, and by week. A bit of a week is set with the first of its days. It goes with the last: whoever takes days
	-- away holds the week's row by then, and looks at what is left of them.
	went := $body$
	IF EXISTS (SELECT FROM (%1$s) f WHERE NOT f.came) THEN
		UPDATE rollup_active_weekly t SET members = t.members & ~g.members | g.members & (
			SELECT coalesce(bit_or(r.members), 0::bit(4096)) FROM rollup_active_members r
			WHERE r.guild_id = g.guild_id AND r.chunk = g.chunk AND r.day BETWEEN g.week AND g.week + 6)
		FROM (
			SELECT f.guild_id, date_trunc('week', f.day::timestamp)::date AS week, o.ordinal / 4096 AS chunk,
				bit_or(set_bit(0::bit(4096), o.ordinal %% 4096, 1)) AS members
			FROM (%1$s) f JOIN rollup_member_ordinals o ON o.guild_id = f.guild_id AND o.user_id = f.user_id
			WHERE NOT f.came GROUP BY 1, 2, 3) g
		WHERE t.guild_id = g.guild_id AND t.week = g.week AND t.chunk = g.chunk;
	END IF;$body$;
	FOREACH event IN ARRAY ARRAY['insert', 'update'] LOOP
		EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L', 'follow_members_' || event, format($body$
DECLARE guilds bigint[]; users bigint[];
BEGIN
	INSERT INTO rollup_member_monthly AS t (guild_id, user_id, month, messages)
	SELECT d.guild_id, d.user_id, date_trunc('month', d.day::timestamp)::date, sum(d.sign * d.messages)
	FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign * d.messages) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, user_id, month) DO UPDATE SET messages = t.messages + excluded.messages;

	SELECT array_agg(f.guild_id), array_agg(f.user_id) INTO guilds, users FROM (%2$s) f
	WHERE NOT EXISTS (
		SELECT FROM rollup_member_ordinals o WHERE o.guild_id = f.guild_id AND o.user_id = f.user_id);
	IF guilds IS NOT NULL THEN
		PERFORM app.number_members(guilds, users);
	END IF;

	INSERT INTO rollup_active_members AS t (guild_id, day, chunk, members)
	SELECT f.guild_id, f.day, o.ordinal / 4096, bit_or(set_bit(0::bit(4096), o.ordinal %% 4096, 1))
	FROM (%2$s) f JOIN rollup_member_ordinals o ON o.guild_id = f.guild_id AND o.user_id = f.user_id
	GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, day, chunk) DO UPDATE SET members = t.members # excluded.members;

	INSERT INTO rollup_active_weekly AS t (guild_id, week, chunk, members)
	SELECT f.guild_id, date_trunc('week', f.day::timestamp)::date, o.ordinal / 4096,
		bit_or(set_bit(0::bit(4096), o.ordinal %% 4096, f.came::integer))
	FROM (%2$s) f JOIN rollup_member_ordinals o ON o.guild_id = f.guild_id AND o.user_id = f.user_id
	GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, week, chunk) DO UPDATE SET members = t.members | excluded.members
		WHERE t.members & excluded.members <> excluded.members;
	%3$s
	RETURN NULL;
END $body$, CASE event WHEN 'insert' THEN added ELSE added || ' UNION ALL ' || removed END,
			CASE event WHEN 'insert' THEN
				'SELECT n.guild_id, n.day, n.user_id, true AS came FROM new_rows n WHERE n.messages > 0' ELSE flips END,
			CASE event WHEN 'insert' THEN '' ELSE format(went, flips) END));

		-- As before, and by month.
		EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L', 'follow_commands_' || event, format($body$
BEGIN
	INSERT INTO rollup_executions_hourly AS t (guild_id, hour, executions, errors)
	SELECT d.guild_id, d.hour, sum(d.sign * d.executions), sum(d.sign * d.errors)
	FROM (%1$s) d GROUP BY 1, 2 HAVING sum(d.sign * d.executions) <> 0 OR sum(d.sign * d.errors) <> 0 ORDER BY 1, 2
	ON CONFLICT (guild_id, hour) DO UPDATE
		SET executions = t.executions + excluded.executions, errors = t.errors + excluded.errors;

	INSERT INTO rollup_command_daily AS t (guild_id, day, command_name, executions, errors)
	SELECT d.guild_id, (d.hour AT TIME ZONE 'UTC')::date, d.command_name, sum(d.sign * d.executions), sum(d.sign * d.errors)
	FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign * d.executions) <> 0 OR sum(d.sign * d.errors) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, day, command_name) DO UPDATE
		SET executions = t.executions + excluded.executions, errors = t.errors + excluded.errors;

	INSERT INTO rollup_command_monthly AS t (guild_id, month, command_name, executions, errors)
	SELECT d.guild_id, date_trunc('month', d.hour AT TIME ZONE 'UTC')::date, d.command_name,
		sum(d.sign * d.executions), sum(d.sign * d.errors)
	FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign * d.executions) <> 0 OR sum(d.sign * d.errors) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, month, command_name) DO UPDATE
		SET executions = t.executions + excluded.executions, errors = t.errors + excluded.errors;
	RETURN NULL;
END $body$, CASE event WHEN 'insert' THEN added ELSE added || ' UNION ALL ' || removed END));
	END LOOP;
END $write$;

------------------------------------------------------------------------------------------------ what is there already

INSERT INTO rollup_channel_monthly (guild_id, month, channel_id, messages)
SELECT guild_id, date_trunc('month', day::timestamp)::date, channel_id, sum(messages)
FROM rollup_channel_daily GROUP BY 1, 2, 3 HAVING sum(messages) <> 0 ORDER BY 1, 2, 3;

INSERT INTO rollup_command_monthly (guild_id, month, command_name, executions, errors)
SELECT guild_id, date_trunc('month', day::timestamp)::date, command_name, sum(executions), sum(errors)
FROM rollup_command_daily GROUP BY 1, 2, 3 HAVING sum(executions) <> 0 OR sum(errors) <> 0 ORDER BY 1, 2, 3;

INSERT INTO rollup_active_weekly (guild_id, week, chunk, members)
SELECT guild_id, date_trunc('week', day::timestamp)::date, chunk, bit_or(members)
FROM rollup_active_members GROUP BY 1, 2, 3 HAVING bit_count(bit_or(members)) > 0 ORDER BY 1, 2, 3;

------------------------------------------------------------------------------------------------ covering indexes

-- The key of rollup_channel_daily holds the messages already, so that its rows are written anew with each change and all
-- its indexes too: here they cost no more writing.
DROP INDEX rollup_channel_daily_channel_idx;
CREATE INDEX rollup_channel_daily_channel_idx ON rollup_channel_daily (guild_id, channel_id, day) INCLUDE (messages);
ALTER TABLE rollup_reactions_hourly DROP CONSTRAINT rollup_reactions_hourly_pkey,
	ADD PRIMARY KEY (guild_id, hour) INCLUDE (reactions);

------------------------------------------------------------------------------------------------ policies

SELECT app.protect('rollup_channel_monthly', 1, NULL), app.protect('rollup_command_monthly', 1, NULL),
	app.protect('rollup_active_weekly', 5, NULL);
REVOKE INSERT, UPDATE, DELETE ON rollup_channel_monthly, rollup_command_monthly, rollup_active_weekly FROM guildhall_bot;

------------------------------------------------------------------------------------------------ distinct people

-- As before, from the weeks that lie in one point, and from the days of the others.
CREATE OR REPLACE FUNCTION app.active_points(guild bigint, edges date[], OUT active integer, OUT series integer[])
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	points CONSTANT integer := cardinality(edges) - 1;
	starts CONSTANT date[] := edges[:points];
	weeks date[];
	days date[];
BEGIN
	IF app.guild(1) IS DISTINCT FROM guild OR guild IS NULL THEN
		RETURN;
	END IF;
	SELECT array_agg(w.monday) FILTER (WHERE w.is_whole), array_agg(d.day) FILTER (WHERE NOT w.is_whole)
	INTO weeks, days
	FROM (
		SELECT g.monday::date, g.monday >= edges[1] AND g.monday::date + 6 < edges[points + 1]
			AND width_bucket(g.monday::date, starts) = width_bucket(g.monday::date + 6, starts) AS is_whole
		FROM generate_series(
			date_trunc('week', edges[1]::timestamp), edges[points + 1]::timestamp - interval '1 day', interval '7 days') AS g (monday)
	) w LEFT JOIN LATERAL (
		SELECT w.monday + n AS day FROM generate_series(0, 6) AS n
		WHERE w.monday + n >= edges[1] AND w.monday + n < edges[points + 1]) d ON NOT w.is_whole;
	WITH parts AS MATERIALIZED (
		SELECT s.chunk, width_bucket(s.day, starts) AS point, bit_or(s.members) AS members
		FROM (
			SELECT r.chunk, r.week AS day, r.members FROM rollup_active_weekly r
			WHERE r.guild_id = guild AND r.week = ANY (weeks)
			UNION ALL
			SELECT r.chunk, r.day, r.members FROM rollup_active_members r
			WHERE r.guild_id = guild AND r.day = ANY (days)) s
		GROUP BY 1, 2
	)
	SELECT (SELECT coalesce(sum(bit_count(u.members)), 0)::integer
			FROM (SELECT bit_or(p.members) AS members FROM parts p GROUP BY p.chunk) u),
		(SELECT array_agg(coalesce(c.members, 0)::integer ORDER BY s.point)
			FROM generate_series(1, points) AS s (point)
				LEFT JOIN (SELECT p.point, sum(bit_count(p.members)) AS members FROM parts p GROUP BY p.point) c USING (point))
	INTO active, series;
END $$;

CREATE OR REPLACE FUNCTION app.active_course(guild bigint, from_day date, to_day date, step integer,
	OUT active integer, OUT series integer[])
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
	SELECT a.active, a.series FROM app.active_points(guild, (
		SELECT array_agg(from_day + n ORDER BY n) FROM generate_series(0, to_day - from_day, step) AS n
	) || (to_day + 1)) a;
END;

CREATE OR REPLACE FUNCTION app.active_members(guild bigint, from_day date, to_day date) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
	SELECT a.active FROM app.active_points(guild, ARRAY[from_day, to_day + 1]) a;
END;
