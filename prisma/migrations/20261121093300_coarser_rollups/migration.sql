-- A year of a large guild is hundreds of thousands of rows in the rollups by member and day, and by command and bucket.
-- These coarser ones follow them, change by change and in the same transaction, so that a long range costs a few thousand
-- rows. Rows leave the finer rollups only with their guild, which takes these along.

CREATE TABLE rollup_member_monthly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	month date NOT NULL,
	user_id bigint NOT NULL,
	messages integer NOT NULL DEFAULT 0,
	magnitude smallint NOT NULL GENERATED ALWAYS AS (floor(ln(greatest(messages, 1)::double precision) / ln(2))) STORED,
	PRIMARY KEY (guild_id, user_id, month)
) WITH (fillfactor = 80);
COMMENT ON COLUMN rollup_member_monthly.month IS 'its first day';
COMMENT ON COLUMN rollup_member_monthly.magnitude IS 'the power of two that messages has reached: it changes seldom, so that most updates leave the index alone';
CREATE INDEX rollup_member_monthly_magnitude_idx ON rollup_member_monthly (guild_id, month, magnitude);

CREATE TABLE rollup_member_ordinals (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	user_id bigint NOT NULL,
	ordinal integer NOT NULL,
	PRIMARY KEY (guild_id, user_id),
	UNIQUE (guild_id, ordinal)
);
COMMENT ON TABLE rollup_member_ordinals IS 'everybody who ever wrote in the guild, numbered from 0 without gaps: the places in rollup_active_members';

CREATE TABLE rollup_active_members (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	day date NOT NULL,
	chunk integer NOT NULL,
	members bit(4096) NOT NULL,
	PRIMARY KEY (guild_id, day, chunk)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_active_members IS 'who wrote on a day, one bit a member: bit ordinal % 4096 of chunk ordinal / 4096';

CREATE TABLE rollup_executions_hourly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	hour timestamptz NOT NULL,
	executions integer NOT NULL DEFAULT 0,
	errors integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, hour)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_executions_hourly IS 'rollup_command_hourly without commands and buckets';

CREATE TABLE rollup_command_daily (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	day date NOT NULL,
	command_name text NOT NULL,
	executions integer NOT NULL DEFAULT 0,
	errors integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, day, command_name)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_command_daily IS 'rollup_command_hourly without buckets, by days of UTC';

------------------------------------------------------------------------------------------------ following

-- Numbers the members that are new, from the guild's highest number on. Concurrent writers of a guild with newcomers
-- queue here, in the order of guilds; the statement after the lock sees what the one before us has committed.
CREATE FUNCTION app.number_members(guilds bigint[], users bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(hashtextextended('rollup_member_ordinals', g.id))
	FROM (SELECT DISTINCT id FROM unnest(guilds) AS u (id) ORDER BY id) AS g;
	INSERT INTO rollup_member_ordinals (guild_id, user_id, ordinal)
	SELECT n.guild_id, n.user_id, row_number() OVER (PARTITION BY n.guild_id ORDER BY n.place)
		+ coalesce((SELECT max(o.ordinal) FROM rollup_member_ordinals o WHERE o.guild_id = n.guild_id), -1)
	FROM (
		SELECT u.guild_id, u.user_id, min(u.place) AS place
		FROM unnest(guilds, users) WITH ORDINALITY AS u (guild_id, user_id, place)
		GROUP BY 1, 2) AS n
	WHERE NOT EXISTS (
		SELECT FROM rollup_member_ordinals o WHERE o.guild_id = n.guild_id AND o.user_id = n.user_id);
END $$;
REVOKE EXECUTE ON FUNCTION app.number_members(bigint[], bigint[]) FROM PUBLIC;

-- Like app.count_by of the rollups: one trigger function for each event, written out from a common text. In `body`, %1$s
-- is what changed, as rows with a sign. Rows are only ever inserted or updated.
CREATE FUNCTION app.follow(tbl regclass, follower text, body text, flips text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $make$
DECLARE
	event text;
	signed text;
BEGIN
	FOREACH event IN ARRAY ARRAY['insert', 'update'] LOOP
		signed := CASE event
			WHEN 'insert' THEN 'SELECT r.*, 1 AS sign FROM new_rows r'
			ELSE 'SELECT r.*, 1 AS sign FROM new_rows r UNION ALL SELECT r.*, -1 AS sign FROM old_rows r'
		END;
		EXECUTE format('CREATE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L', follower || '_' || event,
			format('DECLARE guilds bigint[]; users bigint[]; BEGIN %s RETURN NULL; END',
				format(body, signed, CASE event WHEN 'insert' THEN flips[1] ELSE flips[2] END)));
		EXECUTE format('CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.%I()',
			follower || '_' || event, event, tbl,
			CASE event WHEN 'update' THEN 'OLD TABLE AS old_rows' ELSE '' END, follower || '_' || event);
	END LOOP;
END $make$;

-- A member's bit of a day flips when the day's count leaves or reaches 0. The row of that count is locked by then, so
-- nobody else flips the same bit; %2$s is the rows whose bits do. Most messages are not the day's first of their author
-- and stop before the bits.
SELECT app.follow('rollup_member_daily', 'follow_members', $body$
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
$body$, ARRAY[
	'SELECT n.guild_id, n.day, n.user_id FROM new_rows n WHERE n.messages > 0',
	'SELECT n.guild_id, n.day, n.user_id FROM new_rows n JOIN old_rows o USING (guild_id, day, user_id)
		WHERE (n.messages > 0) <> (o.messages > 0)']);

SELECT app.follow('rollup_command_hourly', 'follow_commands', $body$
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
$body$, ARRAY['', '']);

DROP FUNCTION app.follow(regclass, text, text, text[]);

------------------------------------------------------------------------------------------------ what is there already

INSERT INTO rollup_member_monthly (guild_id, user_id, month, messages)
SELECT guild_id, user_id, date_trunc('month', day::timestamp)::date, sum(messages)
FROM rollup_member_daily GROUP BY 1, 2, 3 HAVING sum(messages) <> 0;

INSERT INTO rollup_member_ordinals (guild_id, user_id, ordinal)
SELECT guild_id, user_id, row_number() OVER (PARTITION BY guild_id ORDER BY min(day), user_id) - 1
FROM rollup_member_daily WHERE messages > 0 GROUP BY guild_id, user_id;

INSERT INTO rollup_active_members (guild_id, day, chunk, members)
SELECT r.guild_id, r.day, o.ordinal / 4096, bit_or(set_bit(0::bit(4096), o.ordinal % 4096, 1))
FROM rollup_member_daily r JOIN rollup_member_ordinals o USING (guild_id, user_id)
WHERE r.messages > 0 GROUP BY 1, 2, 3;

INSERT INTO rollup_executions_hourly (guild_id, hour, executions, errors)
SELECT guild_id, hour, sum(executions), sum(errors) FROM rollup_command_hourly GROUP BY 1, 2;

INSERT INTO rollup_command_daily (guild_id, day, command_name, executions, errors)
SELECT guild_id, (hour AT TIME ZONE 'UTC')::date, command_name, sum(executions), sum(errors)
FROM rollup_command_hourly GROUP BY 1, 2, 3;

------------------------------------------------------------------------------------------------ policies

-- Who wrote when is for level 5, as in rollup_member_daily; only the triggers write.
SELECT app.protect('rollup_member_monthly', 5, NULL), app.protect('rollup_member_ordinals', 5, NULL),
	app.protect('rollup_active_members', 5, NULL), app.protect('rollup_executions_hourly', 1, NULL),
	app.protect('rollup_command_daily', 1, NULL);
REVOKE INSERT, UPDATE, DELETE ON rollup_member_monthly, rollup_member_ordinals, rollup_active_members,
	rollup_executions_hourly, rollup_command_daily FROM guildhall_bot;

-- How many people wrote from `from_day` to `to_day` (UTC, both included), and in each `step` days of it, the last of which
-- may be fewer: totals, so level 1, taken from rows that need level 5. Nulls without access.
CREATE FUNCTION app.active_course(guild bigint, from_day date, to_day date, step integer,
	OUT active integer, OUT series integer[])
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF app.guild(1) IS DISTINCT FROM guild OR guild IS NULL THEN
		RETURN;
	END IF;
	WITH parts AS MATERIALIZED (
		SELECT r.chunk, (r.day - from_day) / step AS point, bit_or(r.members) AS members
		FROM rollup_active_members r
		WHERE r.guild_id = guild AND r.day BETWEEN from_day AND to_day
		GROUP BY 1, 2
	)
	SELECT (SELECT coalesce(sum(bit_count(u.members)), 0)::integer
			FROM (SELECT bit_or(p.members) AS members FROM parts p GROUP BY p.chunk) u),
		(SELECT array_agg(coalesce(c.members, 0)::integer ORDER BY s.point)
			FROM generate_series(0, (to_day - from_day) / step) AS s (point)
				LEFT JOIN (SELECT p.point, sum(bit_count(p.members)) AS members FROM parts p GROUP BY p.point) c USING (point))
	INTO active, series;
END $$;

CREATE OR REPLACE FUNCTION app.active_members(guild bigint, from_day date, to_day date) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF app.guild(1) IS DISTINCT FROM guild OR guild IS NULL THEN
		RETURN NULL;
	END IF;
	RETURN (
		SELECT coalesce(sum(bit_count(active.members)), 0)
		FROM (
			SELECT bit_or(r.members) AS members FROM rollup_active_members r
			WHERE r.guild_id = guild AND r.day BETWEEN from_day AND to_day
			GROUP BY r.chunk
		) AS active
	);
END $$;
GRANT EXECUTE ON FUNCTION app.active_course(bigint, date, date, integer) TO guildhall_web;
