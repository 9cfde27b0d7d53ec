-- Reactions and voice by hour, and how newcomers stay: kept like the rollups before them, in the transaction that changes
-- what they count, whatever the order in which things arrive.

CREATE TABLE rollup_reactions_hourly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	hour timestamptz NOT NULL,
	reactions integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, hour)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_reactions_hourly IS 'reactions to messages that are not deleted, by the hour of the message''s id; counts as app.reactions_to does';

CREATE TABLE rollup_voice_hourly (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	hour timestamptz NOT NULL,
	sessions integer NOT NULL DEFAULT 0,
	seconds bigint NOT NULL DEFAULT 0,
	change integer NOT NULL DEFAULT 0,
	rise integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, hour)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_voice_hourly IS 'sessions begun and time spent in voice; a session counts its time once it has ended. Seconds by 3600 are the hour''s average of people';
COMMENT ON COLUMN rollup_voice_hourly.change IS 'people at the end of the hour less people before it, of ended sessions';
COMMENT ON COLUMN rollup_voice_hourly.rise IS 'the most people at once in the hour less people before it: app.voice_peaks adds them up';

-- Weeks are counted from the day of joining: week 0 is the first seven days. Only people who wrote have a row's share.
CREATE TABLE rollup_cohorts (
	guild_id bigint NOT NULL REFERENCES discord_guilds (id) ON DELETE CASCADE,
	joined date NOT NULL,
	week integer NOT NULL,
	active integer NOT NULL DEFAULT 0,
	begun integer NOT NULL DEFAULT 0,
	PRIMARY KEY (guild_id, joined, week)
) WITH (fillfactor = 80);
COMMENT ON TABLE rollup_cohorts IS 'of those who joined on a day, by their latest joined_at: how many wrote in their nth week, and how many wrote then for the first time since that day';

ALTER TABLE rollup_member_ordinals ADD COLUMN joined date;
COMMENT ON COLUMN rollup_member_ordinals.joined IS 'the day under which rollup_cohorts counts this member; null for who is no member. Whoever changes the member''s share of a cohort holds this row';

-- A session counts in the hours where it begins and ends; with the index on joined_at, this one finds them.
CREATE INDEX idx_voice_states_left ON discord_voice_states (guild_id, left_at) WHERE left_at IS NOT NULL;

------------------------------------------------------------------------------------------------ writing triggers

-- Like app.count_by of the rollups: one trigger function for each event, written out from a common text, in which %1$s is
-- what the statement did, as rows with a sign.
CREATE FUNCTION app.count_by(tbl regclass, counter text, events text[], body text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $make$
DECLARE
	added CONSTANT text := 'SELECT r.*, 1 AS sign FROM new_rows r';
	removed CONSTANT text := 'SELECT r.*, -1 AS sign FROM old_rows r';
	event text;
BEGIN
	FOREACH event IN ARRAY events LOOP
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

------------------------------------------------------------------------------------------------ reactions

-- How many reactions a message has: for each emoji Discord's number where one is kept, else the people who are known.
CREATE FUNCTION app.reactions_to(guild bigint, message bigint) RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	RETURN (
		SELECT coalesce(sum(c.count), 0) FROM discord_message_reaction_counts c
		WHERE c.guild_id = guild AND c.message_id = message
	) + (
		SELECT count(*) FROM discord_message_reactions r
		WHERE r.guild_id = guild AND r.message_id = message AND NOT EXISTS (
			SELECT FROM discord_message_reaction_counts c
			WHERE c.guild_id = r.guild_id AND c.message_id = r.message_id AND c.emoji_key = r.emoji_key)
	);
END $$;

-- Whoever changes a message's reactions, or deletes it, holds its row: the statement after that sees what everybody
-- before has committed. Each table counts what it changes in the face of what the other holds then.
SELECT app.count_by('discord_message_reactions', 'count_reactions', ARRAY['insert', 'update', 'delete'], $body$
	PERFORM FROM (SELECT DISTINCT d.guild_id, d.message_id FROM (%1$s) d ORDER BY 1, 2) k
		CROSS JOIN LATERAL (
			SELECT FROM discord_messages m WHERE m.guild_id = k.guild_id AND m.id = k.message_id FOR NO KEY UPDATE) m;

	INSERT INTO rollup_reactions_hourly AS t (guild_id, hour, reactions)
	SELECT k.guild_id, date_trunc('hour', app.snowflake_time(k.message_id), 'UTC'), sum(k.people)
	FROM (
		SELECT d.guild_id, d.message_id, d.emoji_key, sum(d.sign) AS people
		FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign) <> 0) k
		CROSS JOIN LATERAL (
			SELECT FROM discord_messages m
			WHERE m.guild_id = k.guild_id AND m.id = k.message_id AND m.deleted_at IS NULL AND NOT EXISTS (
				SELECT FROM discord_message_reaction_counts c
				WHERE c.guild_id = k.guild_id AND c.message_id = k.message_id AND c.emoji_key = k.emoji_key)
			OFFSET 0) m
	GROUP BY 1, 2 HAVING sum(k.people) <> 0 ORDER BY 1, 2
	ON CONFLICT (guild_id, hour) DO UPDATE SET reactions = t.reactions + excluded.reactions;
$body$);

SELECT app.count_by('discord_message_reaction_counts', 'count_reaction_counts', ARRAY['insert', 'update', 'delete'], $body$
	PERFORM FROM (SELECT DISTINCT d.guild_id, d.message_id FROM (%1$s) d ORDER BY 1, 2) k
		CROSS JOIN LATERAL (
			SELECT FROM discord_messages m WHERE m.guild_id = k.guild_id AND m.id = k.message_id FOR NO KEY UPDATE) m;

	INSERT INTO rollup_reactions_hourly AS t (guild_id, hour, reactions)
	SELECT k.guild_id, date_trunc('hour', app.snowflake_time(k.message_id), 'UTC'), sum(k.count - k.kept * m.people)
	FROM (
		SELECT d.guild_id, d.message_id, d.emoji_key, sum(d.sign * d.count) AS count, sum(d.sign) AS kept
		FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign) <> 0 OR sum(d.sign * d.count) <> 0) k
		CROSS JOIN LATERAL (
			SELECT CASE WHEN k.kept = 0 THEN 0 ELSE (
				SELECT count(*) FROM discord_message_reactions r
				WHERE r.guild_id = k.guild_id AND r.message_id = k.message_id AND r.emoji_key = k.emoji_key) END AS people
			FROM discord_messages m
			WHERE m.guild_id = k.guild_id AND m.id = k.message_id AND m.deleted_at IS NULL
			OFFSET 0) m
	GROUP BY 1, 2 HAVING sum(k.count - k.kept * m.people) <> 0 ORDER BY 1, 2
	ON CONFLICT (guild_id, hour) DO UPDATE SET reactions = t.reactions + excluded.reactions;
$body$);

-- A message that is marked as deleted, or no longer is, takes its reactions with it.
SELECT app.count_by('discord_messages', 'count_message_reactions', ARRAY['update'], $body$
	INSERT INTO rollup_reactions_hourly AS t (guild_id, hour, reactions)
	SELECT k.guild_id, date_trunc('hour', app.snowflake_time(k.id), 'UTC'),
		sum(k.sign * app.reactions_to(k.guild_id, k.id))
	FROM (
		SELECT d.guild_id, d.id, sum(d.sign) AS sign FROM (%1$s) d
		WHERE d.deleted_at IS NULL GROUP BY 1, 2 HAVING sum(d.sign) <> 0) k
	GROUP BY 1, 2 HAVING sum(k.sign * app.reactions_to(k.guild_id, k.id)) <> 0 ORDER BY 1, 2
	ON CONFLICT (guild_id, hour) DO UPDATE SET reactions = t.reactions + excluded.reactions;
$body$);

-- A row that goes takes its reactions along by their foreign keys, before any statement's trigger could count them.
CREATE FUNCTION app.uncount_reactions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	given integer := app.reactions_to(OLD.guild_id, OLD.id);
BEGIN
	IF given <> 0 AND EXISTS (SELECT FROM discord_guilds g WHERE g.id = OLD.guild_id) THEN
		INSERT INTO rollup_reactions_hourly AS t (guild_id, hour, reactions)
		VALUES (OLD.guild_id, date_trunc('hour', app.snowflake_time(OLD.id), 'UTC'), -given)
		ON CONFLICT (guild_id, hour) DO UPDATE SET reactions = t.reactions + excluded.reactions;
	END IF;
	RETURN OLD;
END $$;
CREATE TRIGGER uncount_reactions BEFORE DELETE ON discord_messages
	FOR EACH ROW WHEN (OLD.deleted_at IS NULL) EXECUTE FUNCTION app.uncount_reactions();

------------------------------------------------------------------------------------------------ voice

-- The full seconds of the clock that lie between two moments: of the parts of a time, they add up to those of the whole.
CREATE FUNCTION app.clock_seconds(first timestamp, last timestamp) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN greatest(floor(extract(epoch FROM last)) - floor(extract(epoch FROM first)), 0)::bigint;

-- The UTC days that a voice session touches: whether it began that day, and its seconds there.
CREATE OR REPLACE FUNCTION app.voice_days(joined timestamptz, gone timestamptz)
RETURNS TABLE (day date, begun integer, seconds bigint)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT m::date, (m = date_trunc('day', joined AT TIME ZONE 'UTC'))::integer,
		CASE WHEN gone IS NULL THEN 0 ELSE app.clock_seconds(
			greatest(joined AT TIME ZONE 'UTC', m), least(gone AT TIME ZONE 'UTC', m + interval '1 day')) END
	FROM generate_series(
		date_trunc('day', joined AT TIME ZONE 'UTC'), coalesce(greatest(gone, joined), joined) AT TIME ZONE 'UTC',
		interval '1 day') AS m;
END;

-- Its hours, likewise.
CREATE FUNCTION app.voice_hours(joined timestamptz, gone timestamptz)
RETURNS TABLE (hour timestamptz, begun integer, seconds bigint)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	SELECT m AT TIME ZONE 'UTC', (m = date_trunc('hour', joined AT TIME ZONE 'UTC'))::integer,
		CASE WHEN gone IS NULL THEN 0 ELSE app.clock_seconds(
			greatest(joined AT TIME ZONE 'UTC', m), least(gone AT TIME ZONE 'UTC', m + interval '1 hour')) END
	FROM generate_series(
		date_trunc('hour', joined AT TIME ZONE 'UTC'), coalesce(greatest(gone, joined), joined) AT TIME ZONE 'UTC',
		interval '1 hour') AS m;
END;

-- What came and went in an hour: the change of people by its end, and the most there were at once, both against the people
-- before it. Who moves from a channel to another at one moment is one person all along.
CREATE FUNCTION app.voice_moves(guild bigint, hour timestamptz, OUT change integer, OUT rise integer)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	SELECT coalesce(sum(m.step), 0), coalesce(greatest(max(m.level), CASE WHEN min(m.moment) > hour THEN 0 END), 0)
	INTO change, rise
	FROM (
		SELECT e.moment, sum(e.step) AS step, sum(sum(e.step)) OVER (ORDER BY e.moment) AS level
		FROM (
			SELECT v.joined_at AS moment, 1 AS step FROM discord_voice_states v
			WHERE v.guild_id = guild AND v.joined_at >= hour AND v.joined_at < hour + interval '1 hour'
				AND v.left_at > v.joined_at
			UNION ALL
			SELECT v.left_at, -1 FROM discord_voice_states v
			WHERE v.guild_id = guild AND v.left_at >= hour AND v.left_at < hour + interval '1 hour'
				AND v.left_at > v.joined_at
		) e
		GROUP BY e.moment
	) m;
END $$;

-- The first statement holds the rows of all hours that are touched; the second sees what everybody before has committed.
SELECT app.count_by('discord_voice_states', 'count_voice_hours', ARRAY['insert', 'update', 'delete'], $body$
	INSERT INTO rollup_voice_hourly AS t (guild_id, hour, sessions, seconds)
	SELECT k.guild_id, h.hour, sum(k.sign * h.begun), sum(k.sign * h.seconds)
	FROM (
		SELECT d.guild_id, d.joined_at, d.left_at, sum(d.sign) AS sign
		FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign) <> 0) k
		CROSS JOIN LATERAL app.voice_hours(k.joined_at, k.left_at) h
	GROUP BY 1, 2 ORDER BY 1, 2
	ON CONFLICT (guild_id, hour) DO UPDATE
		SET sessions = t.sessions + excluded.sessions, seconds = t.seconds + excluded.seconds;

	INSERT INTO rollup_voice_hourly AS t (guild_id, hour, change, rise)
	SELECT h.guild_id, h.hour, n.change, n.rise
	FROM (
		SELECT DISTINCT k.guild_id, date_trunc('hour', e.moment, 'UTC') AS hour
		FROM (
			SELECT d.guild_id, d.joined_at, d.left_at FROM (%1$s) d
			WHERE d.left_at > d.joined_at GROUP BY 1, 2, 3 HAVING sum(d.sign) <> 0) k
			CROSS JOIN LATERAL (VALUES (k.joined_at), (k.left_at)) AS e (moment)
		ORDER BY 1, 2) h
		CROSS JOIN LATERAL app.voice_moves(h.guild_id, h.hour) n
	ON CONFLICT (guild_id, hour) DO UPDATE SET change = excluded.change, rise = excluded.rise
		WHERE (t.change, t.rise) <> (excluded.change, excluded.rise);
$body$);

-- People in voice by hour, from `from_hour` up to but without `to_hour`: the hours in which anybody was. Nobody else's
-- rights than the caller's: rows are those of rollup_voice_hourly.
CREATE FUNCTION app.voice_peaks(guild bigint, from_hour timestamptz, to_hour timestamptz)
RETURNS TABLE (hour timestamptz, sessions integer, seconds bigint, peak integer)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
	SELECT r.hour, r.sessions, r.seconds, (b.people + sum(r.change) OVER (ORDER BY r.hour) - r.change + r.rise)::integer
	FROM rollup_voice_hourly r CROSS JOIN (
		SELECT coalesce(sum(p.change), 0) AS people FROM rollup_voice_hourly p
		WHERE p.guild_id = guild AND p.hour < from_hour) b
	WHERE r.guild_id = guild AND r.hour >= from_hour AND r.hour < to_hour;
END;
GRANT EXECUTE ON FUNCTION app.voice_peaks(bigint, timestamptz, timestamptz) TO guildhall_web, guildhall_bot;

------------------------------------------------------------------------------------------------ cohorts

-- As before, and with the day of joining. Whoever changes that day queues here as well, so one of the two sees the other.
CREATE OR REPLACE FUNCTION app.number_members(guilds bigint[], users bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(hashtextextended('rollup_member_ordinals', g.id))
	FROM (SELECT DISTINCT id FROM unnest(guilds) AS u (id) ORDER BY id) AS g;
	INSERT INTO rollup_member_ordinals (guild_id, user_id, ordinal, joined)
	SELECT n.guild_id, n.user_id, row_number() OVER (PARTITION BY n.guild_id ORDER BY n.place)
		+ coalesce((SELECT max(o.ordinal) FROM rollup_member_ordinals o WHERE o.guild_id = n.guild_id), -1),
		(SELECT (m.joined_at AT TIME ZONE 'UTC')::date FROM discord_guild_members m
			WHERE m.guild_id = n.guild_id AND m.user_id = n.user_id)
	FROM (
		SELECT u.guild_id, u.user_id, min(u.place) AS place
		FROM unnest(guilds, users) WITH ORDINALITY AS u (guild_id, user_id, place)
		GROUP BY 1, 2) AS n
	WHERE NOT EXISTS (
		SELECT FROM rollup_member_ordinals o WHERE o.guild_id = n.guild_id AND o.user_id = n.user_id);
END $$;

-- A member's day turns when its count leaves or reaches 0, and takes its week along if it is the first of it or the last.
-- Whoever turns days holds the member's row, which follow_members has made: triggers run in the order of their names.
SELECT app.count_by('rollup_member_daily', 'follow_newcomers', ARRAY['insert', 'update'], $body$
	IF TG_OP = 'UPDATE' AND NOT EXISTS (SELECT FROM (%1$s) d WHERE d.messages <= 0) THEN
		RETURN NULL;
	END IF;

	PERFORM FROM (SELECT DISTINCT d.guild_id, d.user_id FROM (%1$s) d ORDER BY 1, 2) k
		CROSS JOIN LATERAL (
			SELECT FROM rollup_member_ordinals o
			WHERE o.guild_id = k.guild_id AND o.user_id = k.user_id FOR NO KEY UPDATE) o;

	INSERT INTO rollup_cohorts AS t (guild_id, joined, week, active, begun)
	SELECT k.guild_id, o.joined, w.week, sum(w.active), sum(w.begun)
	FROM (
		SELECT f.guild_id, f.user_id, array_agg(f.day) AS days, array_agg(f.turn) AS turns
		FROM (
			SELECT d.guild_id, d.user_id, d.day, sum(d.sign * (d.messages > 0)::integer)::integer AS turn
			FROM (%1$s) d GROUP BY 1, 2, 3 HAVING sum(d.sign * (d.messages > 0)::integer) <> 0) f
		GROUP BY 1, 2) k
		CROSS JOIN LATERAL (
			SELECT o.joined FROM rollup_member_ordinals o
			WHERE o.guild_id = k.guild_id AND o.user_id = k.user_id AND o.joined IS NOT NULL OFFSET 0) o
		CROSS JOIN LATERAL app.weeks_turned(k.guild_id, k.user_id, o.joined, k.days, k.turns) w
	GROUP BY 1, 2, 3 HAVING sum(w.active) <> 0 OR sum(w.begun) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, joined, week) DO UPDATE
		SET active = t.active + excluded.active, begun = t.begun + excluded.begun;
$body$);

-- The weeks that turn with some days of a member (turns: 1 for a day that is active now, -1 for one that no longer is), and
-- from which to which week the first one of all moves.
CREATE FUNCTION app.weeks_turned(guild bigint, usr bigint, joined date, days date[], turns integer[])
RETURNS TABLE (week integer, active integer, begun integer)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	first_now date;
	first_then date;
BEGIN
	RETURN QUERY
	SELECT x.week, (n.days > 0)::integer - (n.days - x.turns > 0)::integer, 0
	FROM (
		SELECT (f.day - joined) / 7 AS week, sum(f.turn) AS turns
		FROM unnest(days, turns) AS f (day, turn) WHERE f.day >= joined GROUP BY 1) x
		CROSS JOIN LATERAL (
			SELECT count(*) AS days FROM rollup_member_daily r
			WHERE r.guild_id = guild AND r.user_id = usr AND r.messages > 0
				AND r.day BETWEEN joined + x.week * 7 AND joined + x.week * 7 + 6) n;

	SELECT min(r.day) INTO first_now FROM rollup_member_daily r
	WHERE r.guild_id = guild AND r.user_id = usr AND r.day >= joined AND r.messages > 0;
	SELECT least(
		(SELECT min(r.day) FROM rollup_member_daily r
			WHERE r.guild_id = guild AND r.user_id = usr AND r.day >= joined AND r.messages > 0
				AND r.day <> ALL (days)),
		(SELECT min(f.day) FROM unnest(days, turns) AS f (day, turn) WHERE f.turn < 0 AND f.day >= joined))
	INTO first_then;
	RETURN QUERY
	SELECT (b.day - joined) / 7, 0, b.step FROM (VALUES (first_now, 1), (first_then, -1)) AS b (day, step)
	WHERE b.day IS NOT NULL AND first_now IS DISTINCT FROM first_then;
END $$;

-- A member who joins, comes back on another day, or whose row goes, takes all weeks to another cohort.
SELECT app.count_by('discord_guild_members', 'move_newcomers', ARRAY['insert', 'update', 'delete'], $body$
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

	INSERT INTO rollup_cohorts AS t (guild_id, joined, week, active, begun)
	SELECT k.guild_id, j.joined, w.week, sum(j.sign), sum(j.sign * w.begun)
	FROM (SELECT DISTINCT d.guild_id, d.user_id FROM (%1$s) d) k
		CROSS JOIN LATERAL app.joining(k.guild_id, k.user_id) o
		CROSS JOIN LATERAL (VALUES (o.counted, -1), (o.actual, 1)) AS j (joined, sign)
		CROSS JOIN LATERAL (
			SELECT (r.day - j.joined) / 7 AS week,
				((r.day - j.joined) / 7 = min((r.day - j.joined) / 7) OVER ())::integer AS begun
			FROM rollup_member_daily r
			WHERE r.guild_id = k.guild_id AND r.user_id = k.user_id AND r.day >= j.joined AND r.messages > 0
			GROUP BY 1 OFFSET 0) w
	WHERE o.counted IS DISTINCT FROM o.actual
	GROUP BY 1, 2, 3 HAVING sum(j.sign) <> 0 OR sum(j.sign * w.begun) <> 0 ORDER BY 1, 2, 3
	ON CONFLICT (guild_id, joined, week) DO UPDATE
		SET active = t.active + excluded.active, begun = t.begun + excluded.begun;

	INSERT INTO rollup_member_ordinals (guild_id, user_id, ordinal, joined)
	SELECT k.guild_id, k.user_id, o.ordinal, o.actual
	FROM (SELECT DISTINCT d.guild_id, d.user_id FROM (%1$s) d ORDER BY 1, 2) k
		CROSS JOIN LATERAL app.joining(k.guild_id, k.user_id) o
	WHERE o.counted IS DISTINCT FROM o.actual
	ON CONFLICT (guild_id, user_id) DO UPDATE SET joined = excluded.joined;
$body$);

-- The day of joining under which a member who wrote is counted, and the one that is right now. No row for who never wrote.
CREATE FUNCTION app.joining(guild bigint, usr bigint)
RETURNS TABLE (ordinal integer, counted date, actual date)
LANGUAGE plpgsql STABLE ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	RETURN QUERY
	SELECT o.ordinal, o.joined, (
		SELECT (m.joined_at AT TIME ZONE 'UTC')::date FROM discord_guild_members m
		WHERE m.guild_id = guild AND m.user_id = usr)
	FROM rollup_member_ordinals o WHERE o.guild_id = guild AND o.user_id = usr;
END $$;

DROP FUNCTION app.count_by(regclass, text, text[], text);

------------------------------------------------------------------------------------------------ what is there already

INSERT INTO rollup_reactions_hourly (guild_id, hour, reactions)
SELECT k.guild_id, date_trunc('hour', app.snowflake_time(k.message_id), 'UTC'), sum(k.reactions)
FROM (
	SELECT c.guild_id, c.message_id, c.count AS reactions FROM discord_message_reaction_counts c
	UNION ALL
	SELECT r.guild_id, r.message_id, 1 FROM discord_message_reactions r
		LEFT JOIN discord_message_reaction_counts c USING (guild_id, message_id, emoji_key)
	WHERE c.message_id IS NULL
) k JOIN discord_messages m ON m.guild_id = k.guild_id AND m.id = k.message_id AND m.deleted_at IS NULL
GROUP BY 1, 2 HAVING sum(k.reactions) <> 0;

DELETE FROM rollup_voice_daily;
INSERT INTO rollup_voice_daily (guild_id, day, channel_id, sessions, seconds)
SELECT v.guild_id, d.day, coalesce(v.channel_id, 0), sum(d.begun), sum(d.seconds)
FROM discord_voice_states v CROSS JOIN LATERAL app.voice_days(v.joined_at, v.left_at) AS d
GROUP BY 1, 2, 3;

INSERT INTO rollup_voice_hourly (guild_id, hour, sessions, seconds)
SELECT v.guild_id, h.hour, sum(h.begun), sum(h.seconds)
FROM discord_voice_states v CROSS JOIN LATERAL app.voice_hours(v.joined_at, v.left_at) AS h
GROUP BY 1, 2;
UPDATE rollup_voice_hourly t SET change = n.change, rise = n.rise
FROM rollup_voice_hourly h CROSS JOIN LATERAL app.voice_moves(h.guild_id, h.hour) AS n
WHERE t.guild_id = h.guild_id AND t.hour = h.hour AND (n.change, n.rise) <> (0, 0);

UPDATE rollup_member_ordinals o SET joined = (m.joined_at AT TIME ZONE 'UTC')::date
FROM discord_guild_members m WHERE m.guild_id = o.guild_id AND m.user_id = o.user_id;

INSERT INTO rollup_cohorts (guild_id, joined, week, active, begun)
SELECT w.guild_id, w.joined, w.week, count(*), sum(w.begun)
FROM (
	SELECT o.guild_id, o.joined, (r.day - o.joined) / 7 AS week,
		((r.day - o.joined) / 7 = min((r.day - o.joined) / 7) OVER (PARTITION BY o.guild_id, o.user_id))::integer AS begun
	FROM rollup_member_ordinals o
		JOIN rollup_member_daily r ON r.guild_id = o.guild_id AND r.user_id = o.user_id AND r.day >= o.joined
	WHERE r.messages > 0
	GROUP BY o.guild_id, o.user_id, 2, 3
) AS w
GROUP BY 1, 2, 3;

------------------------------------------------------------------------------------------------ policies

-- A cohort of one day may be one person: its rows are for level 5, as everybody's activity is; only the triggers write.
SELECT app.protect('rollup_reactions_hourly', 1, NULL), app.protect('rollup_voice_hourly', 1, NULL),
	app.protect('rollup_cohorts', 5, NULL);
REVOKE INSERT, UPDATE, DELETE ON rollup_reactions_hourly, rollup_voice_hourly, rollup_cohorts FROM guildhall_bot;

-- Of those who joined in each week (from Monday, UTC) from that of `from_week` to that of `to_week`: how many they are, and
-- how many of them wrote in their first seven days, in the seven days after, and so on, as far as `weeks` and as today.
-- `ended` says how many of these figures will not change by the passing of time. Totals, so level 1; nothing without access.
CREATE FUNCTION app.retention(guild bigint, from_week date, to_week date, weeks integer DEFAULT 52)
RETURNS TABLE (cohort date, size integer, active integer[], ended integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	first CONSTANT date := date_trunc('week', from_week::timestamp);
	last CONSTANT date := date_trunc('week', to_week::timestamp) + interval '6 days';
	today CONSTANT date := now() AT TIME ZONE 'UTC';
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
	SELECT first + g.place * 7, coalesce(s.joins, 0), coalesce(c.active, '{}'),
		least(greatest(today - first - g.place * 7 - 6, 0) / 7, cardinality(c.active))
	FROM generate_series(0, (last - first) / 7) AS g (place) LEFT JOIN sizes s USING (place) LEFT JOIN courses c USING (place)
	ORDER BY g.place;
END $$;

-- Of those who joined from `from_day` to `to_day` (UTC, both included): how many they are, how many wrote since, how many of
-- them have their second week behind them, and how many wrote in it. Totals, so level 1; nulls without access.
CREATE FUNCTION app.funnel(guild bigint, from_day date, to_day date,
	OUT joined integer, OUT wrote integer, OUT two_weeks_ago integer, OUT active_week_two integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	IF app.guild(1) IS DISTINCT FROM guild OR guild IS NULL THEN
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
GRANT EXECUTE ON FUNCTION app.retention(bigint, date, date, integer), app.funnel(bigint, date, date) TO guildhall_web;
