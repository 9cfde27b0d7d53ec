-- Who was in voice for how long, so that a ranking need not read everybody's sessions; and functions of one expression that
-- the planner can write out where they are called.

-- A function with settings of its own is called for each row instead of being written out into the statement. The bodies
-- of these are bound to what they name when they are made, so that no search_path can change them.
ALTER FUNCTION app.latency_of(integer) RESET ALL;
ALTER FUNCTION app.latency_bucket(integer) RESET ALL;
ALTER FUNCTION app.clock_seconds(timestamp, timestamp) RESET ALL;
ALTER FUNCTION app.voice_peaks(bigint, timestamptz, timestamptz) RESET ALL;
ALTER FUNCTION app.voice_days(timestamptz, timestamptz) RESET ALL;
ALTER FUNCTION app.voice_hours(timestamptz, timestamptz) RESET ALL;

CREATE TABLE rollup_voice_members (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	user_id bigint NOT NULL,
	span text NOT NULL CONSTRAINT rollup_voice_members_span_check CHECK (span IN ('day', 'month', 'year')),
	first date NOT NULL,
	sessions integer NOT NULL DEFAULT 0,
	seconds bigint NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, user_id, span, first) INCLUDE (sessions, seconds)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_voice_members IS 'of sessions that have ended: how many a member began, and the time spent in them, by days, months and years of UTC';
COMMENT ON COLUMN rollup_voice_members.first IS 'the first day of the span';

-- The sessions that lie across a moment began in the day before it, or are among these few.
CREATE INDEX discord_voice_states_long_idx ON discord_voice_states (guild_id, user_id, joined_at)
	WHERE left_at - joined_at > interval '24 hours';

-- Like app.count_by of the rollups: one trigger function for each event, written out from a common text, in which %1$s is
-- what the statement did, as rows with a sign.
CREATE FUNCTION app.count_by(tbl regclass, counter text, body text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $make$
DECLARE
	added CONSTANT text := 'SELECT r.*, 1 AS sign FROM new_rows r';
	removed CONSTANT text := 'SELECT r.*, -1 AS sign FROM old_rows r';
	event text;
BEGIN
	FOREACH event IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
		EXECUTE format('CREATE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER'
			' SET search_path = pg_catalog, public, pg_temp AS %L',
			counter || '_' || event, format('BEGIN %s RETURN NULL; END', format(body, CASE event
				WHEN 'insert' THEN added
				WHEN 'update' THEN added || ' UNION ALL ' || removed
				ELSE removed || ' WHERE EXISTS (SELECT FROM discord_guilds g WHERE g.id = r.guild_id)'
			END)));
		EXECUTE format('CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s %s FOR EACH STATEMENT EXECUTE FUNCTION app.%I()',
			counter || '_' || event, event, tbl,
			CASE WHEN event <> 'insert' THEN 'OLD TABLE AS old_rows' ELSE '' END,
			CASE WHEN event <> 'delete' THEN 'NEW TABLE AS new_rows' ELSE '' END, counter || '_' || event);
	END LOOP;
END $make$;

-- Upserts go in the order of the key, so that two writers of the same spans queue instead of deadlocking.
SELECT app.count_by('discord_voice_states', 'count_voice_members', $body$
	INSERT INTO rollup_voice_members AS t (guild_id, user_id, span, first, sessions, seconds)
	SELECT k.guild_id, k.user_id, s.span, date_trunc(s.span, d.day::timestamp)::date,
		sum(k.sign * d.begun), sum(k.sign * d.seconds)
	FROM (
		SELECT d.guild_id, d.user_id, d.joined_at, d.left_at, sum(d.sign) AS sign
		FROM (%1$s) d WHERE d.left_at IS NOT NULL GROUP BY 1, 2, 3, 4 HAVING sum(d.sign) <> 0) k
		CROSS JOIN LATERAL app.voice_days(k.joined_at, k.left_at) AS d
		CROSS JOIN (VALUES ('day'), ('month'), ('year')) AS s (span)
	GROUP BY 1, 2, 3, 4 HAVING sum(k.sign * d.begun) <> 0 OR sum(k.sign * d.seconds) <> 0
	ORDER BY 1, 2, 3, 4
	ON CONFLICT (guild_id, user_id, span, first) DO UPDATE
		SET sessions = t.sessions + excluded.sessions, seconds = t.seconds + excluded.seconds;
$body$);

DROP FUNCTION app.count_by(regclass, text, text);

INSERT INTO rollup_voice_members (guild_id, user_id, span, first, sessions, seconds)
SELECT k.guild_id, k.user_id, s.span, date_trunc(s.span, k.day::timestamp)::date, sum(k.sessions), sum(k.seconds)
FROM (
	SELECT v.guild_id, v.user_id, d.day, sum(d.begun) AS sessions, sum(d.seconds) AS seconds
	FROM discord_voice_states v CROSS JOIN LATERAL app.voice_days(v.joined_at, v.left_at) AS d
	WHERE v.left_at IS NOT NULL
	GROUP BY 1, 2, 3) k
	CROSS JOIN (VALUES ('day'), ('month'), ('year')) AS s (span)
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4;
CREATE INDEX rollup_voice_members_longest_idx ON rollup_voice_members (guild_id, span, first, seconds DESC) INCLUDE (user_id)
	WHERE span <> 'day';

-- Who was in voice when is for level 5, as the sessions are; only the triggers write.
SELECT app.protect('rollup_voice_members', 5, NULL);
REVOKE INSERT, UPDATE, DELETE ON rollup_voice_members FROM guildhall_bot;

-- With the figures in the key's index a period's hours and days are read from some dozens of pages.
ALTER TABLE rollup_voice_hourly DROP CONSTRAINT rollup_voice_hourly_pkey,
	ADD PRIMARY KEY (guild_id, hour) INCLUDE (sessions, seconds, change, rise);
ALTER TABLE rollup_voice_daily DROP CONSTRAINT rollup_voice_daily_pkey,
	ADD PRIMARY KEY (guild_id, day, channel_id) INCLUDE (sessions, seconds);
